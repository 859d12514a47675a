-- What was sold is handed over when its price is paid, and a right of some years may be registered.
CREATE TABLE settlement.handover (
  contract    text        NOT NULL REFERENCES settlement.contract,
  step        text        NOT NULL CHECK (step IN ('HANDED_OVER', 'REGISTERED')),
  happened_on date        NOT NULL,
  document    text        NOT NULL,
  noted_by    uuid        NOT NULL,
  noted_at    timestamptz NOT NULL,
  PRIMARY KEY (contract, step)
);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE
  ON settlement.handover EXECUTE FUNCTION settlement.refuse();
ALTER TABLE settlement.handover ENABLE ALWAYS TRIGGER append_only;

DO $$
DECLARE
  granted record;
BEGIN
  FOR granted IN
    SELECT DISTINCT entry.grantee::regrole AS role
      FROM pg_class relation, aclexplode(relation.relacl) entry
     WHERE relation.oid = 'settlement.handover'::regclass
       AND entry.grantee NOT IN (0, relation.relowner)
  LOOP
    EXECUTE format('REVOKE ALL ON settlement.handover FROM %s', granted.role);
    EXECUTE format('GRANT SELECT, INSERT ON settlement.handover TO %s', granted.role);
  END LOOP;
END
$$;
