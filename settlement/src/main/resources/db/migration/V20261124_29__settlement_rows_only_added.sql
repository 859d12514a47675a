-- Tables whose rows are added and never changed are guarded twice: nobody changes a row, by a trigger, and
-- the application's role may only read and add (docs/adr/0019). Of a view only the rights are narrowed.
CREATE PROCEDURE settlement.let_rows_only_be_added(VARIADIC relations regclass[]) LANGUAGE plpgsql AS $$
DECLARE
  kept record;
  role regrole;
BEGIN
  FOR kept IN SELECT oid::regclass AS name, relkind, relacl, relowner FROM pg_class WHERE oid = ANY (relations)
  LOOP
    IF kept.relkind = 'r' THEN
      EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE
                        ON %s EXECUTE FUNCTION settlement.refuse()', kept.name);
      EXECUTE format('ALTER TABLE %s ENABLE ALWAYS TRIGGER append_only', kept.name);
    END IF;
    FOR role IN SELECT DISTINCT grantee FROM aclexplode(kept.relacl) WHERE grantee NOT IN (0, kept.relowner)
    LOOP
      EXECUTE format('REVOKE ALL ON %s FROM %s', kept.name, role);
      EXECUTE format('GRANT SELECT, INSERT ON %s TO %s', kept.name, role);
    END LOOP;
  END LOOP;
END
$$;
REVOKE EXECUTE ON PROCEDURE settlement.let_rows_only_be_added FROM PUBLIC;
