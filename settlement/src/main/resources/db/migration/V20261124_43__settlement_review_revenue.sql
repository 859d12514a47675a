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
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE
  ON settlement.revenue_signal EXECUTE FUNCTION settlement.refuse();
ALTER TABLE settlement.revenue_signal ENABLE ALWAYS TRIGGER append_only;

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

DO $$
DECLARE
  role record;
BEGIN
  FOR role IN
    SELECT DISTINCT granted.grantee::regrole AS name
      FROM pg_class relation, aclexplode(relation.relacl) granted
     WHERE relation.oid = 'settlement.revenue_signal'::regclass
       AND granted.grantee NOT IN (0, relation.relowner)
  LOOP
    EXECUTE format('REVOKE ALL ON settlement.revenue_signal FROM %s', role.name);
    EXECUTE format('GRANT SELECT, INSERT ON settlement.revenue_signal TO %s', role.name);
  END LOOP;
END
$$;
