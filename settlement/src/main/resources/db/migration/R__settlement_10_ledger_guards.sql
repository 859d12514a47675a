-- Guards of the ledger: what an account may be called, how balances move, and what ends a hold or corrects a
-- mistake.
--
-- The database keeps these rules itself, also against the application's own role (docs/adr/0019). ENABLE ALWAYS:
-- the triggers fire in replication roles, too. Guards look at a whole statement at once, however many rows it
-- writes, so that a batch costs little more than its rows. They find accounts and transfers by their keys: the
-- planner is told so (enable_seqscan = off and its like), because what it decides for a connection it decides
-- once, and the tables may be small then.

-- What an account is called never changes, so it is checked when the account is opened.
CREATE OR REPLACE FUNCTION settlement.keep_name() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is no account of %, % and %', NEW.name, NEW.story, NEW.purpose, NEW.owner
    USING ERRCODE = 'check_violation';
END
$$;
CREATE OR REPLACE TRIGGER keep_name BEFORE INSERT ON settlement.account FOR EACH ROW
  WHEN (NEW.purpose NOT IN ('BANK', 'SUSPENSE', 'DEPOSIT', 'PRICE', 'REVENUE', 'ESCROW', 'PAYEE',
                            'PAYOUT', 'MEMBER', 'FUND', 'RECOURSE')
        -- One escrow and one fund a story, known by their names.
        OR NEW.purpose IN ('ESCROW', 'FUND') AND NEW.owner <> ''
        OR NEW.name <> NEW.story || ':' || NEW.purpose
                       || CASE NEW.owner WHEN '' THEN '' ELSE ':' || NEW.owner END)
  EXECUTE FUNCTION settlement.keep_name();

-- An account begins with nothing.
CREATE OR REPLACE FUNCTION settlement.keep_balance() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the balance of % follows its transfers alone', NEW.name
    USING ERRCODE = 'restrict_violation';
END
$$;
CREATE OR REPLACE TRIGGER begin_with_nothing BEFORE INSERT ON settlement.account FOR EACH ROW
  WHEN (NEW.balance_fen <> 0 OR NEW.held_fen <> 0 OR NEW.closed_at IS NOT NULL)
  EXECUTE FUNCTION settlement.keep_balance();

-- Only its transfers change what stands on an account. What a guard itself does is told by the depth of
-- triggers, so it costs no call. A trigger before the update of each row would lock the row once more before
-- it is written, which costs as much as the movement of a balance itself; so this one is of the statement.
CREATE OR REPLACE FUNCTION settlement.keep_balances() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'balances follow their transfers alone' USING ERRCODE = 'restrict_violation';
END
$$;
CREATE OR REPLACE TRIGGER keep_balances BEFORE UPDATE OF balance_fen, held_fen ON settlement.account
  FOR EACH STATEMENT WHEN (pg_trigger_depth() = 0)
  EXECUTE FUNCTION settlement.keep_balances();

-- What is closed stays closed, since the day on which it was.
CREATE OR REPLACE FUNCTION settlement.keep_closed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% stays closed', OLD.name USING ERRCODE = 'restrict_violation';
END
$$;
CREATE OR REPLACE TRIGGER keep_closed AFTER UPDATE OF closed_at ON settlement.account FOR EACH ROW
  WHEN (OLD.closed_at IS NOT NULL AND NEW.closed_at IS DISTINCT FROM OLD.closed_at)
  EXECUTE FUNCTION settlement.keep_closed();

ALTER TABLE settlement.account
  ENABLE ALWAYS TRIGGER keep_name,
  ENABLE ALWAYS TRIGGER begin_with_nothing,
  ENABLE ALWAYS TRIGGER keep_balances,
  ENABLE ALWAYS TRIGGER keep_closed;

-- What resolves a hold is like it, in time, and not more.
CREATE OR REPLACE FUNCTION settlement.keep_holds() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog
  SET enable_hashjoin = off SET enable_mergejoin = off SET enable_seqscan = off AS $$
BEGIN
  IF EXISTS (SELECT FROM written
               LEFT JOIN settlement.transfer held ON held.business_key = written.pending
              WHERE written.pending IS NOT NULL
                AND ((held.phase, held.debit, held.credit, held.code)
                     IS DISTINCT FROM ('PENDING', written.debit, written.credit, written.code)
                  OR CASE written.phase WHEN 'POSTED' THEN held.amount_fen < written.amount_fen
                                        ELSE held.amount_fen <> written.amount_fen END
                  OR (written.phase = 'EXPIRED')
                     <> (coalesce(held.expires_at, 'infinity') <= written.event_at))) THEN
    RAISE EXCEPTION 'a transfer resolves one that is not pending or is not like it'
      USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END
$$;

-- One statement moves all balances, in the order of the names, so that two batches never wait for each
-- other in a circle; what it has found tells whether all was right. It runs with the rights of the
-- owner: nobody else may write a balance.
CREATE OR REPLACE FUNCTION settlement.move_balances() RETURNS trigger LANGUAGE plpgsql
  SECURITY DEFINER SET search_path = pg_catalog
  SET enable_hashjoin = off SET enable_mergejoin = off SET enable_seqscan = off AS $$
DECLARE
  named bigint;
  found bigint;
  shut  boolean;
BEGIN
  WITH moved AS MATERIALIZED (
    SELECT name, sum(balance_fen)::bigint AS balance_fen, sum(held_fen)::bigint AS held_fen,
           bool_or(enters) AS enters
      FROM (SELECT credit AS name, CASE phase WHEN 'POSTED' THEN amount_fen ELSE 0 END AS balance_fen,
                   0 AS held_fen, phase IN ('POSTED', 'PENDING') AS enters
              FROM written
            UNION ALL
            SELECT debit, CASE phase WHEN 'POSTED' THEN -amount_fen ELSE 0 END,
                   CASE phase WHEN 'PENDING' THEN amount_fen ELSE 0 END, false
              FROM written
            UNION ALL
            SELECT held.debit, 0, -held.amount_fen, false
              FROM written JOIN settlement.transfer held ON held.business_key = written.pending)
           entry
     GROUP BY name ORDER BY name
  ), done AS (
    UPDATE settlement.account
       SET balance_fen = account.balance_fen + moved.balance_fen,
           held_fen = account.held_fen + moved.held_fen
      FROM moved WHERE account.name = moved.name
    RETURNING moved.enters AND account.closed_at IS NOT NULL AS shut
  )
  SELECT (SELECT count(*) FROM moved), count(*), bool_or(done.shut) INTO named, found, shut FROM done;
  IF named <> found THEN
    RAISE EXCEPTION 'a transfer names an account that is not there'
      USING ERRCODE = 'foreign_key_violation';
  END IF;
  IF shut THEN
    RAISE EXCEPTION 'a closed account takes nothing in' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NULL;
END
$$;
REVOKE EXECUTE ON FUNCTION settlement.move_balances() FROM PUBLIC;

-- What corrects a transfer leads back, and all together not more than that has moved. The accounts
-- are locked by now: whoever corrects a transfer has waited for another who does.
CREATE OR REPLACE FUNCTION settlement.keep_corrections() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog
  SET enable_hashjoin = off SET enable_mergejoin = off SET enable_seqscan = off AS $$
BEGIN
  IF EXISTS (SELECT FROM written
               LEFT JOIN settlement.transfer mistake ON mistake.business_key = written.corrects
              WHERE written.corrects IS NOT NULL
                AND ((mistake.phase, mistake.debit, mistake.credit)
                     IS DISTINCT FROM ('POSTED', written.credit, written.debit)
                  OR mistake.amount_fen < (SELECT sum(back.amount_fen) FROM settlement.transfer back
                                            WHERE back.corrects = written.corrects))) THEN
    RAISE EXCEPTION 'a transfer corrects one that did not move so much between these accounts'
      USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END
$$;

-- Triggers of one table fire in the order of their names.
CREATE OR REPLACE TRIGGER b_keep_holds AFTER INSERT ON settlement.transfer
  REFERENCING NEW TABLE AS written
  FOR EACH STATEMENT EXECUTE FUNCTION settlement.keep_holds();
CREATE OR REPLACE TRIGGER c_move_balances AFTER INSERT ON settlement.transfer
  REFERENCING NEW TABLE AS written
  FOR EACH STATEMENT EXECUTE FUNCTION settlement.move_balances();
CREATE OR REPLACE TRIGGER d_keep_corrections AFTER INSERT ON settlement.transfer
  REFERENCING NEW TABLE AS written
  FOR EACH STATEMENT EXECUTE FUNCTION settlement.keep_corrections();
ALTER TABLE settlement.transfer
  ENABLE ALWAYS TRIGGER b_keep_holds,
  ENABLE ALWAYS TRIGGER c_move_balances,
  ENABLE ALWAYS TRIGGER d_keep_corrections;

-- The key of the order that this one is given instead of; a first order has none.
CREATE OR REPLACE FUNCTION settlement.order_replaced(key text) RETURNS text LANGUAGE sql IMMUTABLE
  RETURN CASE WHEN key ~ '^anew/2/' THEN substr(key, 8)
              WHEN key ~ '^anew/[0-9]+/'
              THEN 'anew/' || (split_part(key, '/', 2)::int - 1) || regexp_replace(key, '^anew/[0-9]+', '') END;
