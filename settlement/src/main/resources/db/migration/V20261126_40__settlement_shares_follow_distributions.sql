-- An escrow is emptied by the record of a distribution alone: the database itself posts the shares when
-- it is written, each to the account of its payee, and lets nobody else do it (docs/adr/0036). So what is
-- recorded and what has moved cannot differ, and neither needs to be compared with the other at the end of
-- a transaction.

-- The parts of a distribution are told with it, in one row, in the order of the payees.
ALTER TABLE settlement.distribution ADD COLUMN parts jsonb;
ALTER TABLE settlement.distribution DISABLE TRIGGER append_only;
UPDATE settlement.distribution
   SET parts = (SELECT coalesce(jsonb_agg(to_jsonb(part) - 'distribution' - 'place' ORDER BY place), '[]')
                  FROM settlement.distribution_part part
                 WHERE part.distribution = distribution.distribution);
ALTER TABLE settlement.distribution ENABLE ALWAYS TRIGGER append_only;
ALTER TABLE settlement.allotment
  DROP CONSTRAINT allotment_distribution_payee_fkey,
  ADD FOREIGN KEY (distribution) REFERENCES settlement.distribution;
DROP TABLE settlement.distribution_part;
DROP FUNCTION settlement.keep_parts();
ALTER TABLE settlement.distribution
  ALTER COLUMN parts SET NOT NULL,
  -- A number of its own sequence is unique without an index.
  DROP CONSTRAINT distribution_number_key;

-- What is not told of a part is nothing.
CREATE VIEW settlement.distribution_part AS
SELECT distribution, part.place::integer AS place, part.payee, part.name, part.principle, part.amount_fen,
       coalesce(part.carried_in, '0')     AS carried_in,
       coalesce(part.carry, '0')          AS carry,
       coalesce(part.recouped_in, '0')    AS recouped_in,
       coalesce(part.recouped, '0')       AS recouped,
       coalesce(part.pledge_due_fen, 0)   AS pledge_due_fen
  FROM settlement.distribution,
       ROWS FROM (jsonb_to_recordset(parts)
                  AS (payee text, name text, principle text, amount_fen bigint, carried_in text, carry text,
                      recouped_in text, recouped text, pledge_due_fen bigint))
       WITH ORDINALITY AS part (payee, name, principle, amount_fen, carried_in, carry, recouped_in,
                                recouped, pledge_due_fen, place);
CALL settlement.let_rows_only_be_added('settlement.distribution_part');

-- The account of a payee is opened with the contract, and not with the first income.
INSERT INTO settlement.account (name, story, purpose, owner)
SELECT trade || ':PAYEE:' || payee, trade, 'PAYEE', payee
  FROM (SELECT trade, terms_json FROM settlement.contract
        UNION ALL
        SELECT trade, amendment.terms_json FROM settlement.amendment JOIN settlement.contract USING (contract))
       version,
       LATERAL (SELECT jsonb_array_elements(terms_json::jsonb -> 'payees') ->> 'key' AS payee) named
ON CONFLICT DO NOTHING;

-- What came in, what its clauses give and what leaves the escrow is one amount; it is shared by the version
-- in force. A contract that is not there is refused here, too.
ALTER TABLE settlement.distribution DROP CONSTRAINT distribution_contract_fkey;
DROP TRIGGER keep_whole ON settlement.distribution;
DROP FUNCTION settlement.keep_whole(), settlement.hash_in_force(text, text, text, integer);
CREATE FUNCTION settlement.post_shares() RETURNS trigger LANGUAGE plpgsql
  -- With the rights of the owner, by which the guard of the escrow knows it.
  SECURITY DEFINER SET search_path = pg_catalog
  SET enable_hashjoin = off SET enable_mergejoin = off SET enable_seqscan = off AS $$
DECLARE
  wrong text;
BEGIN
  WITH part AS MATERIALIZED (
    SELECT written.distribution, contract, income, year, whole_fen, terms_hash, distributed_at, part.*
      FROM written
      LEFT JOIN LATERAL jsonb_to_recordset(written.parts)
           AS part (payee text, name text, principle text, amount_fen bigint, carried_in text, carry text,
                    recouped_in text, recouped text, pledge_due_fen bigint) ON true
  ), posted AS (
    INSERT INTO settlement.transfer (business_key, debit, credit, amount_fen, code, phase, distribution,
                                     event_at, recorded_at)
    SELECT 'share/' || part.distribution || '/' || part.payee, contract.trade || ':ESCROW',
           contract.trade || ':PAYEE:' || part.payee, part.amount_fen, 'DISTRIBUTION', 'POSTED',
           part.distribution, part.distributed_at, part.distributed_at
      FROM part JOIN settlement.contract ON contract.contract = part.contract
     WHERE part.amount_fen > 0
  ), given AS MATERIALIZED (
    SELECT distribution, contract, income, year, whole_fen, terms_hash,
           sum(amount_fen)::bigint AS parts_fen,
           bool_and(payee IS NOT NULL AND name IS NOT NULL AND principle IS NOT NULL AND amount_fen >= 0
                    -- Exact numbers are texts, in lowest terms, a decimal if it ends.
                    AND (carried_in IS NULL OR carried_in ~ '^-?\d+([.]\d+|/\d+)?$')
                    AND (carry IS NULL OR carry ~ '^-?\d+([.]\d+|/\d+)?$')
                    AND (recouped_in IS NULL OR recouped_in ~ '^\d+([.]\d+|/\d+)?$')
                    AND (recouped IS NULL OR recouped ~ '^\d+([.]\d+|/\d+)?$')
                    AND (pledge_due_fen IS NULL OR pledge_due_fen > 0)) AS are_told_well
      FROM part GROUP BY distribution, contract, income, year, whole_fen, terms_hash
  )
  SELECT format('%s: income %s, whole %s, parts %s, by terms %s', given.distribution,
                coalesce(came.income_fen::text, 'none'), given.whole_fen,
                coalesce(given.parts_fen::text, 'none'),
                CASE WHEN given.terms_hash = coalesce(amended.terms_hash, contract.terms_hash)
                     THEN 'in force' ELSE 'not in force' END)
    INTO wrong
    FROM given
    LEFT JOIN settlement.contract ON contract.contract = given.contract
    LEFT JOIN settlement.revenue_report report
           ON report.contract = contract.contract AND report.year = given.year
    LEFT JOIN LATERAL (SELECT amendment.terms_hash FROM settlement.amendment
                        WHERE amendment.contract = given.contract AND given.income NOT IN ('PRICE', 'INSTALMENT')
                          AND amendment.from_year <= given.year
                        ORDER BY amendment.from_year DESC LIMIT 1) amended ON true
    CROSS JOIN LATERAL (
      SELECT CASE given.income
               WHEN 'PRICE' THEN CASE WHEN contract.plan_json IS NULL THEN contract.price_fen END
               WHEN 'INSTALMENT' THEN settlement.instalment_in(given.contract, given.year)
               WHEN 'REVENUE' THEN report.revenue_fen
               WHEN 'PENALTY' THEN
                 (SELECT expected_fen FROM settlement.sub_account penalty
                   WHERE penalty.trade = contract.trade AND penalty.contract = given.contract
                     AND penalty.year = given.year AND penalty.purpose = 'PENALTY'
                     AND penalty.state = 'RECEIVED') END AS income_fen) came
   WHERE (given.whole_fen, given.whole_fen, given.terms_hash, true)
         IS DISTINCT FROM (came.income_fen, given.parts_fen,
                           coalesce(amended.terms_hash, contract.terms_hash), given.are_told_well)
   LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION '%', wrong USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END
$$;

REVOKE EXECUTE ON FUNCTION settlement.post_shares() FROM PUBLIC;
CREATE TRIGGER post_shares AFTER INSERT ON settlement.distribution
  REFERENCING NEW TABLE AS written
  FOR EACH STATEMENT EXECUTE FUNCTION settlement.post_shares();
ALTER TABLE settlement.distribution ENABLE ALWAYS TRIGGER post_shares;

-- Whoever writes a share himself is not within the trigger of a distribution, or has not its rights.
CREATE OR REPLACE FUNCTION settlement.keep_escrow() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog AS $$
BEGIN
  IF (pg_trigger_depth() < 2
      OR current_user <> (SELECT pg_get_userbyid(relowner) FROM pg_class WHERE oid = TG_RELID))
     AND EXISTS (SELECT FROM written
                  WHERE debit LIKE '%:ESCROW' OR code = 'DISTRIBUTION' OR distribution IS NOT NULL) THEN
    RAISE EXCEPTION 'an escrow pays only what a distribution by the terms of its contract gives'
      USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NULL;
END
$$;

-- A share is posted once, by its key, which no others have.
DROP INDEX settlement.transfer_part_once;

-- Of a story the holds are looked for, which are few among its transfers.
CREATE INDEX transfer_hold ON settlement.transfer (debit) WHERE phase = 'PENDING' OR pending IS NOT NULL;

-- The guard of the funds finds a part by its contract, and not among all.
CREATE OR REPLACE FUNCTION settlement.keep_funds() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog
  SET enable_hashjoin = off SET enable_mergejoin = off SET enable_seqscan = off AS $$
BEGIN
  IF EXISTS (SELECT FROM written
              WHERE written.debit LIKE 'fund/%:FUND'
                -- What could not be paid out may be ordered once more, as often as it came back.
                AND NOT (written.business_key LIKE 'anew/%' AND written.code = 'PAYOUT'
                         AND EXISTS (SELECT FROM settlement.transfer back
                                      WHERE back.business_key = 'back/' || settlement.order_before(written.business_key)
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
                                        AND written.business_key = 'reinvest/' || entry.occasion
                                        AND written.credit = 'fund/' || entry.fund || ':FUND'
                                        AND entry.occasion = part.distribution || '/' || part.payee
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
