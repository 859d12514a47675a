-- Guards of the reinvestment funds: the chain of their public ledger, and what may enter or leave a fund.

-- An entry follows the last one of its fund.
CREATE OR REPLACE FUNCTION settlement.keep_chain() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog AS $$
DECLARE
  last record;
BEGIN
  SELECT seq, hash INTO last FROM settlement.fund_entry WHERE fund = NEW.fund ORDER BY seq DESC LIMIT 1;
  IF (NEW.seq, NEW.previous) IS DISTINCT FROM (coalesce(last.seq, 0) + 1, coalesce(last.hash, repeat('0', 64))) THEN
    RAISE EXCEPTION '%: entry % does not follow the last', NEW.fund, NEW.seq USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END
$$;
CREATE OR REPLACE TRIGGER keep_chain BEFORE INSERT ON settlement.fund_entry
  FOR EACH ROW EXECUTE FUNCTION settlement.keep_chain();

-- When the transaction ends, every entry of a fund is a transfer, too.
CREATE OR REPLACE FUNCTION settlement.keep_entries() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM settlement.transfer
                  WHERE transfer.business_key = NEW.business_key AND transfer.amount_fen = NEW.amount_fen) THEN
    RAISE EXCEPTION '%: entry % moves nothing', NEW.fund, NEW.seq USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END
$$;
DROP TRIGGER IF EXISTS keep_entries ON settlement.fund_entry;
CREATE CONSTRAINT TRIGGER keep_entries AFTER INSERT ON settlement.fund_entry
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION settlement.keep_entries();

ALTER TABLE settlement.fund_entry
  ENABLE ALWAYS TRIGGER keep_chain,
  ENABLE ALWAYS TRIGGER keep_entries;

-- Into a fund goes what a distribution gives back, out of it what was decided for an approved project,
-- within its budget; both only with an entry in the public ledger. The account of the fund is locked by
-- now, so whoever spends at the same time has waited. A part is found by its contract, and not among all.
CREATE OR REPLACE FUNCTION settlement.keep_funds() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog
  SET enable_hashjoin = off SET enable_mergejoin = off SET enable_seqscan = off AS $$
BEGIN
  IF EXISTS (SELECT FROM written
              WHERE written.debit LIKE 'fund/%:FUND'
                -- What could not be paid out may be ordered once more, as often as it came back.
                AND NOT (written.business_key LIKE 'anew/%' AND written.code = 'PAYOUT'
                         AND EXISTS (SELECT FROM settlement.transfer back
                                      WHERE back.business_key = 'back/' || settlement.order_replaced(written.business_key)
                                        AND (back.credit, back.debit, back.amount_fen)
                                            = (written.debit, written.credit, written.amount_fen)))
                AND NOT (written.code = 'PAYOUT' AND written.phase = 'POSTED' AND written.pending IS NULL
                         AND written.credit = split_part(written.debit, ':', 1) || ':PAYOUT'
                         AND EXISTS (SELECT FROM settlement.project_payment payment
                                       JOIN settlement.payment_decision paid USING (payment)
                                       JOIN settlement.project USING (project)
                                       JOIN settlement.project_decision told USING (project)
                                       JOIN settlement.fund_entry entry
                                            ON entry.business_key = written.business_key
                                      WHERE written.business_key = 'payout/' || payment.payment
                                        AND written.amount_fen = payment.amount_fen
                                        AND written.debit = 'fund/' || project.fund || ':FUND'
                                        AND (entry.fund, entry.amount_fen, entry.is_in)
                                            = (project.fund, payment.amount_fen, false)
                                        AND paid.is_paid AND told.is_approved
                                        AND NOT EXISTS (SELECT FROM settlement.project_completion ended
                                                         WHERE ended.project = project.project)
                                        AND project.budget_fen >=
                                            (SELECT sum(every.amount_fen) FROM settlement.project_payment every
                                               JOIN settlement.payment_decision decided USING (payment)
                                              WHERE every.project = project.project AND decided.is_paid)))) THEN
    RAISE EXCEPTION 'a fund pays only for an approved project within its budget'
      USING ERRCODE = 'restrict_violation';
  END IF;
  IF EXISTS (SELECT FROM written
              WHERE (written.credit LIKE 'fund/%:FUND' OR written.code = 'REINVESTMENT')
                -- What could not be paid out comes back.
                AND written.debit <> split_part(written.credit, ':', 1) || ':PAYOUT'
                AND NOT (written.code = 'REINVESTMENT' AND written.phase = 'POSTED' AND written.pending IS NULL
                         AND EXISTS (SELECT FROM settlement.fund_entry entry
                                       JOIN settlement.contract
                                            ON contract.trade = split_part(written.debit, ':', 1)
                                       JOIN settlement.distribution USING (contract)
                                       JOIN settlement.distribution_part part USING (distribution)
                                      WHERE entry.business_key = written.business_key
                                        AND written.business_key = 'reinvest/' || entry.purpose
                                        AND written.credit = 'fund/' || entry.fund || ':FUND'
                                        AND entry.purpose = part.distribution || '/' || part.payee
                                        AND written.debit = contract.trade || ':PAYEE:' || part.payee
                                        AND part.principle = 'WATERSHED' AND entry.is_in
                                        AND (written.amount_fen, written.amount_fen)
                                            = (part.amount_fen, entry.amount_fen)))) THEN
    RAISE EXCEPTION 'a fund takes in only what a distribution gives back to its watershed'
      USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NULL;
END
$$;
CREATE OR REPLACE TRIGGER e_keep_funds AFTER INSERT ON settlement.transfer
  REFERENCING NEW TABLE AS written
  FOR EACH STATEMENT EXECUTE FUNCTION settlement.keep_funds();
ALTER TABLE settlement.transfer ENABLE ALWAYS TRIGGER e_keep_funds;
