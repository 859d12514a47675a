-- A trigger before the update of each row locks the row once more before it is written, which costs as much
-- as the movement of a balance itself. The same is said of the statement, and after it.
DROP TRIGGER keep_balance ON settlement.account;
DROP TRIGGER keep_closed ON settlement.account;

CREATE FUNCTION settlement.keep_balances() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'balances follow their transfers alone' USING ERRCODE = 'restrict_violation';
END
$$;
CREATE TRIGGER keep_balances BEFORE UPDATE OF balance_fen, held_fen ON settlement.account
  FOR EACH STATEMENT WHEN (pg_trigger_depth() = 0)
  EXECUTE FUNCTION settlement.keep_balances();

CREATE TRIGGER keep_closed AFTER UPDATE OF closed_at ON settlement.account FOR EACH ROW
  WHEN (OLD.closed_at IS NOT NULL AND NEW.closed_at IS DISTINCT FROM OLD.closed_at)
  EXECUTE FUNCTION settlement.keep_closed();

ALTER TABLE settlement.account
  ENABLE ALWAYS TRIGGER keep_balances,
  ENABLE ALWAYS TRIGGER keep_closed;
