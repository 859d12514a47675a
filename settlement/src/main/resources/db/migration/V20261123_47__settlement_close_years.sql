-- A year can be closed for all: no revenue of it is shared any more.
CREATE TABLE settlement.closed_year (
  year      integer     PRIMARY KEY,
  closed_by uuid        NOT NULL,
  closed_at timestamptz NOT NULL
);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE
  ON settlement.closed_year EXECUTE FUNCTION settlement.refuse();
ALTER TABLE settlement.closed_year ENABLE ALWAYS TRIGGER append_only;

-- Told by the statement that writes it, and not only when the transaction ends.
CREATE FUNCTION settlement.keep_years() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog AS $$
BEGIN
  IF EXISTS (SELECT FROM written JOIN settlement.closed_year USING (year)
              WHERE written.income = 'REVENUE') THEN
    -- A code of its own, by which the exchange knows why it is refused.
    RAISE EXCEPTION 'a closed year is shared no more' USING ERRCODE = 'SE001';
  END IF;
  RETURN NULL;
END
$$;
CREATE TRIGGER keep_years AFTER INSERT ON settlement.distribution
  REFERENCING NEW TABLE AS written
  FOR EACH STATEMENT EXECUTE FUNCTION settlement.keep_years();
ALTER TABLE settlement.distribution ENABLE ALWAYS TRIGGER keep_years;
