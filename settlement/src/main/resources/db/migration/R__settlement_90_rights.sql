-- What may be done with the rows of each table, by trigger and by right (docs/adr/0019). Rows are added and
-- never changed: nobody changes one, by a trigger, and the application's role may only read and add. What may be
-- changed all the same stands below. Whoever adds a table or a view adds it here: a list, and not all that there
-- is, so that this runs again when it changes.

CREATE OR REPLACE FUNCTION settlement.refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '%.% is append-only: % refused', TG_TABLE_SCHEMA, TG_TABLE_NAME, TG_OP
    USING ERRCODE = 'restrict_violation';
END
$$;

-- Tables whose rows are added and never changed are guarded twice. Of a view only the rights are narrowed.
CREATE OR REPLACE PROCEDURE settlement.let_rows_only_be_added(VARIADIC relations regclass[]) LANGUAGE plpgsql AS $$
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

DO $$
DECLARE
  kept record;
BEGIN
  FOR kept IN SELECT tgrelid::regclass AS name FROM pg_trigger
               WHERE tgname = 'append_only' AND tgfoid = 'settlement.refuse'::regproc LOOP
    EXECUTE format('DROP TRIGGER append_only ON %s', kept.name);
  END LOOP;
END
$$;

CALL settlement.let_rows_only_be_added(
  -- the ledger
  'settlement.transfer', 'settlement.share', 'settlement.journal', 'settlement.books',
  -- receipts
  'settlement.receipt', 'settlement.decision', 'settlement.deposit_freeze',
  -- contracts
  'settlement.contract', 'settlement.amendment', 'settlement.instalment', 'settlement.guarantee',
  'settlement.instalment_default', 'settlement.handover',
  -- revenues
  'settlement.revenue_report', 'settlement.revenue_signal', 'settlement.year_facts', 'settlement.pledge_due',
  'settlement.revenue_default',
  -- distributions
  'settlement.distribution', 'settlement.distribution_part',
  -- years
  'settlement.closed_year', 'settlement.year_run', 'settlement.year_run_approval',
  'settlement.year_run_left_out', 'settlement.year_run_end',
  -- rosters
  'settlement.beneficiary', 'settlement.roster', 'settlement.roster_member', 'settlement.roster_end',
  'settlement.objection', 'settlement.objection_end', 'settlement.person_account', 'settlement.member',
  -- allotments
  'settlement.allotment', 'settlement.allotment_part',
  -- funds
  'settlement.fund', 'settlement.project', 'settlement.project_decision', 'settlement.project_completion',
  'settlement.project_payment', 'settlement.payment_decision', 'settlement.fund_entry',
  -- payments
  'settlement.payment_order', 'settlement.payee_account', 'settlement.payee_account_confirmation',
  'settlement.payment_file', 'settlement.payment_line', 'settlement.payment',
  -- the bank
  'settlement.bank_message', 'settlement.bank_line', 'settlement.bank_line_outcome',
  'settlement.payment_answer');

-- Of an account only the balance and the day of its closing may change, and of a sub-account only the state and
-- the receipt that filled it.
CREATE OR REPLACE TRIGGER kept BEFORE DELETE OR TRUNCATE OR UPDATE OF name, story, purpose, owner
  ON settlement.account EXECUTE FUNCTION settlement.refuse();
ALTER TABLE settlement.account ENABLE ALWAYS TRIGGER kept;
CREATE OR REPLACE TRIGGER kept BEFORE DELETE OR TRUNCATE
  OR UPDATE OF number, trade, purpose, party, contract, year, expected_fen, due_at, opened_at
  ON settlement.sub_account EXECUTE FUNCTION settlement.refuse();
ALTER TABLE settlement.sub_account ENABLE ALWAYS TRIGGER kept;

-- The application's role is whoever was given a right of the table by its owner. Balances are moved by guards
-- that run with the rights of the owner, and open orders follow by such.
DO $$
DECLARE
  kept record;
BEGIN
  FOR kept IN
    SELECT DISTINCT allowed.relation, allowed.rights, granted.grantee::regrole AS role
      FROM (VALUES
             -- Whoever locks a row of a table must be allowed to change something of it. A trigger refuses it of
             -- a fund.
             ('trade', 'SELECT, INSERT, UPDATE (trade)'),
             ('account', 'SELECT, INSERT, UPDATE (closed_at)'),
             ('sub_account', 'SELECT, INSERT, UPDATE (state, filled_by)'),
             ('fund', 'SELECT, INSERT, UPDATE (watershed)'),
             -- Nobody chooses his place in the journal.
             ('distribution', 'SELECT, INSERT (distribution, contract, income, year, whole_fen, terms_hash, erosion,
                                               parts, distributed_at)'),
             ('open_order', 'SELECT'),
             ('open_payment', 'SELECT')) allowed (relation, rights),
           pg_class, aclexplode(relacl) granted
     WHERE relnamespace = 'settlement'::regnamespace AND relname = allowed.relation
       AND granted.grantee NOT IN (0, relowner)
  LOOP
    EXECUTE format('REVOKE ALL ON settlement.%I FROM %s', kept.relation, kept.role);
    EXECUTE format('GRANT %s ON settlement.%I TO %s', kept.rights, kept.relation, kept.role);
  END LOOP;
END
$$;
