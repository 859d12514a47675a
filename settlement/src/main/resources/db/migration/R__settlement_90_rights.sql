-- What may be done with the rows of each table, by trigger and by right (docs/adr/0019). Most are only ever added:
-- nobody changes one, by a trigger, and the application's role may only read and add. Whoever adds a table or a
-- view adds it here, so that this file changes and runs again.

CREATE OR REPLACE FUNCTION settlement.refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '%.% is append-only: % refused', TG_TABLE_SCHEMA, TG_TABLE_NAME, TG_OP
    USING ERRCODE = 'restrict_violation';
END
$$;

-- Tables whose rows are added and never changed.
DO $$
DECLARE
  kept text;
BEGIN
  FOREACH kept IN ARRAY ARRAY[
    -- the ledger
    'transfer',
    -- receipts
    'receipt', 'manual_receipt', 'manual_receipt_end', 'receipt_completion', 'receipt_reversal',
    'sub_account_part', 'part_taken_back', 'decision', 'deposit_freeze', 'lost_deposit',
    -- contracts
    'contract', 'amendment', 'instalment', 'guarantee', 'instalment_default', 'handover',
    -- revenues
    'revenue_report', 'revenue_signal', 'revenue_verification', 'occasion_facts', 'pledge_due', 'revenue_default',
    -- distributions
    'distribution',
    -- years
    'closed_year', 'year_run', 'year_run_approval', 'year_run_left_out', 'year_run_end',
    -- rosters
    'naming', 'naming_end', 'roster', 'roster_member', 'roster_end', 'objection', 'objection_end',
    'person_account',
    -- allotments
    'allotment', 'allotment_part',
    -- funds
    'fund', 'project', 'project_decision', 'project_completion', 'project_payment', 'payment_decision',
    'fund_entry',
    -- payments
    'payment_order', 'payee_account', 'payee_account_confirmation', 'payment_file', 'payment_line',
    -- the bank
    'bank_message', 'bank_line', 'bank_statement_link', 'bank_message_match', 'bank_line_outcome',
    'bank_balance_check', 'bank_exception', 'bank_exception_end', 'payment_answer',
    'bank_movement', 'bank_movement_name', 'bank_report', 'bank_line_judgement', 'bank_reversal',
    'bank_line_doubt']
  LOOP
    EXECUTE format('CREATE OR REPLACE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE
                      ON settlement.%I EXECUTE FUNCTION settlement.refuse()', kept);
    EXECUTE format('ALTER TABLE settlement.%I ENABLE ALWAYS TRIGGER append_only', kept);
  END LOOP;
END
$$;

-- Of an account only the balance and the day of its closing may change, and of a sub-account only the state and
-- the receipt that filled it.
CREATE OR REPLACE TRIGGER kept BEFORE DELETE OR TRUNCATE OR UPDATE OF name, story, purpose, owner
  ON settlement.account EXECUTE FUNCTION settlement.refuse();
ALTER TABLE settlement.account ENABLE ALWAYS TRIGGER kept;
CREATE OR REPLACE TRIGGER kept BEFORE DELETE OR TRUNCATE
  OR UPDATE OF number, trade, purpose, party, contract, occasion, expected_fen, due_at, opened_at, recourse_of
  ON settlement.sub_account EXECUTE FUNCTION settlement.refuse();
ALTER TABLE settlement.sub_account ENABLE ALWAYS TRIGGER kept;

-- The application's role is whoever was given a right of a table by its owner: of a table above it may read and add
-- rows, of another what is told here. Balances are moved by guards that run with the rights of the owner, and open
-- orders follow by such.
DO $$
DECLARE
  kept record;
BEGIN
  FOR kept IN
    SELECT DISTINCT pg_class.oid::regclass AS name, granted.grantee::regrole AS role,
           coalesce(allowed.rights, 'SELECT, INSERT') AS rights
      FROM pg_class
      LEFT JOIN (VALUES
                  -- Whoever locks a row of a table must be allowed to change something of it. A trigger refuses it
                  -- of a fund.
                  ('trade', 'SELECT, INSERT, UPDATE (trade)'),
                  ('account', 'SELECT, INSERT, UPDATE (closed_at)'),
                  ('sub_account', 'SELECT, INSERT, UPDATE (state, filled_by)'),
                  ('fund', 'SELECT, INSERT, UPDATE (watershed)'),
                  -- Nobody chooses his place in the journal.
                  ('distribution', 'SELECT, INSERT (distribution, contract, income, occasion, whole_fen, terms_hash,
                                                    erosion, earlier_fen, parts, distributed_at)'),
                  ('open_order', 'SELECT'),
                  -- Views
                  ('share', 'SELECT'), ('journal', 'SELECT'), ('books', 'SELECT'), ('distribution_part', 'SELECT'),
                  ('member', 'SELECT'), ('known_receipt', 'SELECT'), ('payment', 'SELECT'), ('open_payment', 'SELECT'),
                  ('payee_party', 'SELECT'), ('beneficiary', 'SELECT'), ('fixed_roster', 'SELECT')) allowed (relation, rights)
             ON allowed.relation = relname
     CROSS JOIN aclexplode(relacl) granted
     WHERE relnamespace = 'settlement'::regnamespace AND granted.grantee NOT IN (0, relowner)
       AND (allowed.rights IS NOT NULL
            OR EXISTS (SELECT FROM pg_trigger WHERE tgrelid = pg_class.oid AND tgname = 'append_only'))
  LOOP
    EXECUTE format('REVOKE ALL ON %s FROM %s', kept.name, kept.role);
    EXECUTE format('GRANT %s ON %s TO %s', kept.rights, kept.name, kept.role);
  END LOOP;
END
$$;
