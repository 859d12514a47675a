-- The database keeps the rules of the ledger itself, also against the application's own role: what
-- is written stays, balances follow the transfers alone, and an escrow pays only what the contract
-- says. ENABLE ALWAYS: the triggers fire in replication roles, too.

CREATE FUNCTION settlement.refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '%.% is append-only: % refused', TG_TABLE_SCHEMA, TG_TABLE_NAME, TG_OP
    USING ERRCODE = 'restrict_violation';
END
$$;

DO $$
DECLARE
  kept text;
BEGIN
  FOREACH kept IN ARRAY ARRAY['transfer', 'receipt', 'decision', 'payment_order', 'contract',
                              'revenue_report', 'distribution', 'distribution_part'] LOOP
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE
                      ON settlement.%I EXECUTE FUNCTION settlement.refuse()', kept);
    EXECUTE format('ALTER TABLE settlement.%I ENABLE ALWAYS TRIGGER append_only', kept);
  END LOOP;
END
$$;

-- Of a sub-account only the state and the receipt that filled it may change.
CREATE TRIGGER kept BEFORE DELETE OR TRUNCATE
  OR UPDATE OF number, trade, purpose, party, contract, year, expected_fen, due_at, opened_at
  ON settlement.sub_account EXECUTE FUNCTION settlement.refuse();
ALTER TABLE settlement.sub_account ENABLE ALWAYS TRIGGER kept;

CREATE TRIGGER kept BEFORE DELETE OR TRUNCATE OR UPDATE OF name, story, purpose, owner
  ON settlement.account EXECUTE FUNCTION settlement.refuse();
ALTER TABLE settlement.account ENABLE ALWAYS TRIGGER kept;

-- An account begins with nothing, and only the trigger on transfers changes what stands on it.
CREATE FUNCTION settlement.keep_balance() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (TG_OP = 'INSERT' AND (NEW.balance_fen <> 0 OR NEW.held_fen <> 0))
     OR (TG_OP = 'UPDATE' AND pg_trigger_depth() < 2) THEN
    RAISE EXCEPTION 'the balance of % follows its transfers alone', NEW.name
      USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER keep_balance BEFORE INSERT OR UPDATE ON settlement.account
  FOR EACH ROW EXECUTE FUNCTION settlement.keep_balance();
ALTER TABLE settlement.account ENABLE ALWAYS TRIGGER keep_balance;

CREATE FUNCTION settlement.move_balances() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM written
               LEFT JOIN settlement.transfer held ON held.business_key = written.pending
              WHERE written.pending IS NOT NULL
                AND (held.phase, held.debit, held.credit, held.amount_fen, held.code)
                    IS DISTINCT FROM
                    ('PENDING', written.debit, written.credit, written.amount_fen, written.code)) THEN
    RAISE EXCEPTION 'a transfer resolves one that is not pending or is not like it'
      USING ERRCODE = 'check_violation';
  END IF;
  -- In one fixed order, so that two batches never wait for each other in a circle.
  PERFORM FROM settlement.account
    WHERE name IN (SELECT debit FROM written UNION SELECT credit FROM written)
    ORDER BY name FOR UPDATE;
  UPDATE settlement.account
     SET balance_fen = account.balance_fen + moved.balance_fen,
         held_fen = account.held_fen + moved.held_fen
    FROM (SELECT name, sum(balance_fen)::bigint AS balance_fen, sum(held_fen)::bigint AS held_fen
            FROM (SELECT credit AS name,
                         CASE phase WHEN 'POSTED' THEN amount_fen ELSE 0 END AS balance_fen,
                         0 AS held_fen
                    FROM written
                  UNION ALL
                  SELECT debit,
                         CASE phase WHEN 'POSTED' THEN -amount_fen ELSE 0 END,
                         CASE WHEN phase = 'PENDING' THEN amount_fen
                              WHEN pending IS NOT NULL THEN -amount_fen
                              ELSE 0 END
                    FROM written) entry
           GROUP BY name) moved
   WHERE account.name = moved.name;
  RETURN NULL;
END
$$;
CREATE TRIGGER move_balances AFTER INSERT ON settlement.transfer
  REFERENCING NEW TABLE AS written
  FOR EACH STATEMENT EXECUTE FUNCTION settlement.move_balances();
ALTER TABLE settlement.transfer ENABLE ALWAYS TRIGGER move_balances;

-- Out of an escrow goes only what a distribution by the contract's own terms gives to a payee.
CREATE FUNCTION settlement.keep_escrow() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM written
               JOIN settlement.account debit ON debit.name = written.debit
               JOIN settlement.account credit ON credit.name = written.credit
              WHERE (debit.purpose = 'ESCROW' OR written.code = 'DISTRIBUTION')
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
CREATE TRIGGER keep_escrow AFTER INSERT ON settlement.transfer
  REFERENCING NEW TABLE AS written
  FOR EACH STATEMENT EXECUTE FUNCTION settlement.keep_escrow();
ALTER TABLE settlement.transfer ENABLE ALWAYS TRIGGER keep_escrow;

-- When the transaction ends: what came in, the parts, and what left the escrow are the same amount.
CREATE FUNCTION settlement.keep_whole() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  income_fen bigint;
  parts_fen  bigint;
  left_fen   bigint;
BEGIN
  SELECT CASE NEW.income WHEN 'PRICE' THEN contract.price_fen ELSE report.revenue_fen END
    INTO income_fen
    FROM settlement.contract
    LEFT JOIN settlement.revenue_report report
           ON report.contract = contract.contract AND report.year = NEW.year
   WHERE contract.contract = NEW.contract AND contract.terms_hash = NEW.terms_hash;
  SELECT coalesce(sum(amount_fen), 0) INTO parts_fen
    FROM settlement.distribution_part WHERE distribution = NEW.distribution;
  SELECT coalesce(sum(amount_fen), 0) INTO left_fen
    FROM settlement.transfer WHERE distribution = NEW.distribution;
  IF (NEW.whole_fen, NEW.whole_fen, NEW.whole_fen)
     IS DISTINCT FROM (income_fen, parts_fen, left_fen) THEN
    RAISE EXCEPTION '%: income %, whole %, parts %, paid %',
      NEW.distribution, income_fen, NEW.whole_fen, parts_fen, left_fen
      USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END
$$;
CREATE CONSTRAINT TRIGGER keep_whole AFTER INSERT ON settlement.distribution
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION settlement.keep_whole();
ALTER TABLE settlement.distribution ENABLE ALWAYS TRIGGER keep_whole;

-- The parts are written with their distribution, in one transaction, or never.
CREATE FUNCTION settlement.keep_parts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM written JOIN settlement.distribution USING (distribution)
              WHERE distribution.xmin <> pg_current_xact_id()::xid) THEN
    RAISE EXCEPTION 'a distribution gets no further parts' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NULL;
END
$$;
CREATE TRIGGER keep_parts AFTER INSERT ON settlement.distribution_part
  REFERENCING NEW TABLE AS written
  FOR EACH STATEMENT EXECUTE FUNCTION settlement.keep_parts();
ALTER TABLE settlement.distribution_part ENABLE ALWAYS TRIGGER keep_parts;
