-- The facts of a year are noted once, as all that is written here.
DO $$
DECLARE
  kept text;
BEGIN
  FOREACH kept IN ARRAY ARRAY['year_facts', 'pledge_due'] LOOP
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE
                      ON settlement.%I EXECUTE FUNCTION settlement.refuse()', kept);
    EXECUTE format('ALTER TABLE settlement.%I ENABLE ALWAYS TRIGGER append_only', kept);
  END LOOP;
END
$$;

-- The application works with a role that owns nothing here (docs/adr/0019). Whatever it was given
-- when the tables were made, of the ledger it keeps the right to read and to add, and to change only
-- how a sub-account stands and whether an account is closed. Balances are moved by a guard that runs
-- with the rights of the owner.
DO $$
DECLARE
  kept    record;
  allowed text;
BEGIN
  FOR kept IN
    SELECT DISTINCT relation.oid::regclass AS name, relation.relname, granted.grantee::regrole AS role
      FROM pg_class relation, aclexplode(relation.relacl) granted
     WHERE relation.relnamespace = 'settlement'::regnamespace
       AND relation.relkind IN ('r', 'v')
       AND granted.grantee NOT IN (0, relation.relowner)
  LOOP
    EXECUTE format('REVOKE ALL ON %s FROM %s', kept.name, kept.role);
    EXECUTE format('GRANT SELECT, INSERT ON %s TO %s', kept.name, kept.role);
    -- Whoever locks a row of a table must be allowed to change something of it.
    allowed := CASE kept.relname WHEN 'trade' THEN 'trade'
                                 WHEN 'account' THEN 'closed_at'
                                 WHEN 'sub_account' THEN 'state, filled_by' END;
    IF allowed IS NOT NULL THEN
      EXECUTE format('GRANT UPDATE (%s) ON %s TO %s', allowed, kept.name, kept.role);
    END IF;
  END LOOP;
END
$$;

-- What the guard may do, its triggers may, and nobody by himself.
REVOKE EXECUTE ON FUNCTION settlement.move_balances() FROM PUBLIC;
