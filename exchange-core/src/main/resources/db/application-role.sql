-- The role with which the exchange works. It owns nothing: tables are made by their owner, who only
-- migrates them. Run once, as that owner, in the database of the exchange, before its first start;
-- the role itself is made by an administrator: CREATE ROLE exchange_app LOGIN PASSWORD '...'.
ALTER DEFAULT PRIVILEGES GRANT USAGE ON SCHEMAS TO exchange_app;
ALTER DEFAULT PRIVILEGES GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO exchange_app;
ALTER DEFAULT PRIVILEGES GRANT USAGE ON SEQUENCES TO exchange_app;

-- What an exchange has made before it had this role. What must not be changed is taken back by the
-- migrations that follow.
DO $$
DECLARE
  made text;
BEGIN
  FOR made IN SELECT nspname FROM pg_namespace WHERE nspowner = current_user::regrole LOOP
    EXECUTE format('GRANT USAGE ON SCHEMA %I TO exchange_app', made);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA %I TO exchange_app',
                   made);
    EXECUTE format('GRANT USAGE ON ALL SEQUENCES IN SCHEMA %I TO exchange_app', made);
  END LOOP;
END
$$;
