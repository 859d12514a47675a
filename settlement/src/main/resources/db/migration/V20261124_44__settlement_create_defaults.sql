-- Revenue that does not come: that the operator was reminded, that it is overdue, that it is a breach.
CREATE TABLE settlement.revenue_default (
  contract text        NOT NULL REFERENCES settlement.contract,
  year     integer     NOT NULL,
  step     text        NOT NULL CHECK (step IN ('REMINDED', 'OVERDUE', 'BREACH')),
  words    text        NOT NULL CHECK (step <> 'BREACH' OR words <> ''),
  noted_at timestamptz NOT NULL,
  PRIMARY KEY (contract, year, step)
);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE
  ON settlement.revenue_default EXECUTE FUNCTION settlement.refuse();
ALTER TABLE settlement.revenue_default ENABLE ALWAYS TRIGGER append_only;

DO $$
DECLARE
  role record;
BEGIN
  FOR role IN
    SELECT DISTINCT granted.grantee::regrole AS name
      FROM pg_class relation, aclexplode(relation.relacl) granted
     WHERE relation.oid = 'settlement.revenue_default'::regclass
       AND granted.grantee NOT IN (0, relation.relowner)
  LOOP
    EXECUTE format('REVOKE ALL ON settlement.revenue_default FROM %s', role.name);
    EXECUTE format('GRANT SELECT, INSERT ON settlement.revenue_default TO %s', role.name);
  END LOOP;
END
$$;
