-- Independent signs of a year's revenue, against which its report is held; and no report of a year that
-- is closed.
CREATE TABLE settlement.revenue_signal (
  contract text        NOT NULL REFERENCES settlement.contract,
  year     integer     NOT NULL,
  kind     text        NOT NULL CHECK (kind IN ('TICKETS', 'INVOICES', 'YIELD_BAND')),
  low_fen  bigint      NOT NULL CHECK (low_fen > 0),
  high_fen bigint      NOT NULL CHECK (high_fen >= low_fen),
  evidence text        NOT NULL,
  noted_by uuid        NOT NULL,
  noted_at timestamptz NOT NULL,
  PRIMARY KEY (contract, year, kind)
);

CREATE FUNCTION settlement.keep_reports() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog AS $$
BEGIN
  IF EXISTS (SELECT FROM written JOIN settlement.closed_year USING (year)) THEN
    RAISE EXCEPTION 'a closed year is reported no more' USING ERRCODE = 'SE001';
  END IF;
  RETURN NULL;
END
$$;
CREATE TRIGGER keep_reports AFTER INSERT ON settlement.revenue_report
  REFERENCING NEW TABLE AS written
  FOR EACH STATEMENT EXECUTE FUNCTION settlement.keep_reports();
ALTER TABLE settlement.revenue_report ENABLE ALWAYS TRIGGER keep_reports;

CALL settlement.let_rows_only_be_added('settlement.revenue_signal');
