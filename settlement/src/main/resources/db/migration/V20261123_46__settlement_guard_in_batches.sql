-- The guards of the ledger look at a whole statement at once, however many transfers it writes, so
-- that a batch costs little more than its rows. They find accounts and transfers by their keys: the
-- planner is told so, because what it decides for a connection it decides once, and the tables may
-- be small then.
--
-- They take over from the foreign keys of a transfer, which look up every row by itself: an account,
-- a hold or a distribution that is not there is refused here.
ALTER TABLE settlement.transfer
  DROP CONSTRAINT transfer_debit_fkey,
  DROP CONSTRAINT transfer_credit_fkey,
  DROP CONSTRAINT transfer_pending_fkey,
  DROP CONSTRAINT transfer_distribution_fkey;

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

-- What resolves a hold is like it, in time, and not more.
CREATE FUNCTION settlement.keep_holds() RETURNS trigger LANGUAGE plpgsql
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

-- What corrects a transfer leads back, and all together not more than that has moved. The accounts
-- are locked by now: whoever corrects a transfer has waited for another who does.
CREATE FUNCTION settlement.keep_corrections() RETURNS trigger LANGUAGE plpgsql
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
DROP TRIGGER keep_escrow ON settlement.transfer;
DROP TRIGGER move_balances ON settlement.transfer;
CREATE TRIGGER a_keep_escrow AFTER INSERT ON settlement.transfer
  REFERENCING NEW TABLE AS written
  FOR EACH STATEMENT EXECUTE FUNCTION settlement.keep_escrow();
CREATE TRIGGER b_keep_holds AFTER INSERT ON settlement.transfer
  REFERENCING NEW TABLE AS written
  FOR EACH STATEMENT EXECUTE FUNCTION settlement.keep_holds();
CREATE TRIGGER c_move_balances AFTER INSERT ON settlement.transfer
  REFERENCING NEW TABLE AS written
  FOR EACH STATEMENT EXECUTE FUNCTION settlement.move_balances();
CREATE TRIGGER d_keep_corrections AFTER INSERT ON settlement.transfer
  REFERENCING NEW TABLE AS written
  FOR EACH STATEMENT EXECUTE FUNCTION settlement.keep_corrections();
ALTER TABLE settlement.transfer
  ENABLE ALWAYS TRIGGER a_keep_escrow,
  ENABLE ALWAYS TRIGGER b_keep_holds,
  ENABLE ALWAYS TRIGGER c_move_balances,
  ENABLE ALWAYS TRIGGER d_keep_corrections;

-- Out of an escrow goes only what a distribution by the contract's own terms gives to a payee. The
-- name of an escrow ends in a fixed way, so most transfers need no further look.
CREATE OR REPLACE FUNCTION settlement.keep_escrow() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog
  SET enable_hashjoin = off SET enable_mergejoin = off SET enable_seqscan = off AS $$
BEGIN
  IF EXISTS (SELECT FROM written
               JOIN settlement.account debit ON debit.name = written.debit
               JOIN settlement.account credit ON credit.name = written.credit
              WHERE (written.debit LIKE '%:ESCROW' OR written.code = 'DISTRIBUTION'
                     OR written.distribution IS NOT NULL)
                AND (debit.purpose = 'ESCROW' OR written.code = 'DISTRIBUTION'
                     OR written.distribution IS NOT NULL)
                AND NOT (debit.purpose = 'ESCROW'
                         AND written.phase = 'POSTED' AND written.pending IS NULL
                         AND EXISTS (SELECT FROM settlement.distribution
                                       JOIN settlement.contract USING (contract)
                                       JOIN settlement.distribution_part part USING (distribution)
                                      WHERE distribution.distribution = written.distribution
                                        AND distribution.terms_hash = contract.terms_hash
                                        AND contract.trade = debit.story
                                        AND credit.story = debit.story
                                        AND credit.purpose = 'PAYEE'
                                        AND credit.owner = part.payee
                                        AND part.amount_fen = written.amount_fen))) THEN
    RAISE EXCEPTION 'an escrow pays only what a distribution by the terms of its contract gives'
      USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NULL;
END
$$;

-- An account begins with nothing, and only its transfers change what stands on it. What a guard
-- itself does is told by the depth of triggers, so it costs no call.
DROP TRIGGER keep_balance ON settlement.account;
CREATE OR REPLACE FUNCTION settlement.keep_balance() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the balance of % follows its transfers alone', NEW.name
    USING ERRCODE = 'restrict_violation';
END
$$;

-- What an account is called never changes, so it is checked when the account is opened, and not again
-- with every movement.
ALTER TABLE settlement.account
  DROP CONSTRAINT account_check,
  DROP CONSTRAINT account_purpose_check;
CREATE FUNCTION settlement.keep_name() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is no account of %, % and %', NEW.name, NEW.story, NEW.purpose, NEW.owner
    USING ERRCODE = 'check_violation';
END
$$;
CREATE TRIGGER keep_name BEFORE INSERT ON settlement.account FOR EACH ROW
  WHEN (NEW.purpose NOT IN ('BANK', 'SUSPENSE', 'DEPOSIT', 'PRICE', 'REVENUE', 'ESCROW', 'PAYEE',
                            'PAYOUT')
        -- One escrow a story, known by its name.
        OR NEW.purpose = 'ESCROW' AND NEW.owner <> ''
        OR NEW.name <> NEW.story || ':' || NEW.purpose
                       || CASE NEW.owner WHEN '' THEN '' ELSE ':' || NEW.owner END)
  EXECUTE FUNCTION settlement.keep_name();

CREATE TRIGGER begin_with_nothing BEFORE INSERT ON settlement.account FOR EACH ROW
  WHEN (NEW.balance_fen <> 0 OR NEW.held_fen <> 0 OR NEW.closed_at IS NOT NULL)
  EXECUTE FUNCTION settlement.keep_balance();
CREATE TRIGGER keep_balance BEFORE UPDATE OF balance_fen, held_fen ON settlement.account
  FOR EACH ROW WHEN (pg_trigger_depth() = 0)
  EXECUTE FUNCTION settlement.keep_balance();
ALTER TABLE settlement.account
  ENABLE ALWAYS TRIGGER keep_name,
  ENABLE ALWAYS TRIGGER begin_with_nothing,
  ENABLE ALWAYS TRIGGER keep_balance;

-- What is closed stays closed, since the day on which it was.
CREATE FUNCTION settlement.keep_closed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% stays closed', OLD.name USING ERRCODE = 'restrict_violation';
END
$$;
CREATE TRIGGER keep_closed BEFORE UPDATE ON settlement.account FOR EACH ROW
  WHEN (OLD.closed_at IS NOT NULL AND NEW.closed_at IS DISTINCT FROM OLD.closed_at)
  EXECUTE FUNCTION settlement.keep_closed();
ALTER TABLE settlement.account ENABLE ALWAYS TRIGGER keep_closed;

-- When the transaction ends: what came in, the parts, and what left the escrow are the same amount.
CREATE OR REPLACE FUNCTION settlement.keep_whole() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog AS $$
DECLARE
  income_fen bigint;
  parts_fen  bigint;
  left_fen   bigint;
BEGIN
  SELECT CASE NEW.income WHEN 'PRICE' THEN contract.price_fen ELSE report.revenue_fen END,
         (SELECT coalesce(sum(amount_fen), 0)
            FROM settlement.distribution_part WHERE distribution = NEW.distribution),
         (SELECT coalesce(sum(amount_fen), 0)
            FROM settlement.transfer WHERE distribution = NEW.distribution)
    INTO income_fen, parts_fen, left_fen
    FROM settlement.contract
    LEFT JOIN settlement.revenue_report report
           ON report.contract = contract.contract AND report.year = NEW.year
   WHERE contract.contract = NEW.contract AND contract.terms_hash = NEW.terms_hash;
  IF (NEW.whole_fen, NEW.whole_fen, NEW.whole_fen)
     IS DISTINCT FROM (income_fen, parts_fen, left_fen) THEN
    RAISE EXCEPTION '%: income %, whole %, parts %, paid %',
      NEW.distribution, income_fen, NEW.whole_fen, parts_fen, left_fen
      USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END
$$;
