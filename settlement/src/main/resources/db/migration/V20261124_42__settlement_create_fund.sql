-- The reinvestment fund of a small watershed: fed by what contracts give back, spent on approved works
-- of erosion control alone. Its ledger is public; each entry is chained to the one before by a hash.
CREATE TABLE settlement.fund (
  fund      text        PRIMARY KEY CHECK (fund ~ '^F\d{6}-\d{3,9}$'),
  region    text        NOT NULL,
  number    integer     NOT NULL,
  watershed text        NOT NULL,
  opened_at timestamptz NOT NULL,
  UNIQUE (region, number),
  -- A county keeps one fund for each of its watersheds.
  UNIQUE (region, watershed),
  CHECK (fund = 'F' || region || '-' || lpad(number::text, 3, '0'))
);

CREATE TABLE settlement.project (
  project     text        PRIMARY KEY,
  fund        text        NOT NULL REFERENCES settlement.fund,
  number      integer     NOT NULL,
  title       text        NOT NULL,
  work        text        NOT NULL CHECK (work IN ('TERRACE', 'CHECK_DAM', 'AFFORESTATION', 'GULLY', 'SLOPE',
                                                   'UPKEEP', 'MONITORING')),
  place       text        NOT NULL,
  plan        text        NOT NULL,
  budget_fen  bigint      NOT NULL CHECK (budget_fen > 0),
  target      text        NOT NULL,
  contractor  text        NOT NULL,
  proposed_by uuid        NOT NULL,
  proposer    uuid        NOT NULL,
  proposed_at timestamptz NOT NULL,
  UNIQUE (fund, number),
  CHECK (project = fund || '/' || number)
);

CREATE TABLE settlement.project_decision (
  project     text        PRIMARY KEY REFERENCES settlement.project,
  is_approved boolean     NOT NULL,
  opinion     text        NOT NULL,
  reviewed_by uuid        NOT NULL,
  decided_by  uuid        NOT NULL,
  decided_at  timestamptz NOT NULL,
  CHECK (NOT is_approved OR reviewed_by <> decided_by)
);

CREATE TABLE settlement.project_completion (
  project      text        PRIMARY KEY REFERENCES settlement.project,
  erosion      integer     NOT NULL CHECK (erosion >= 0),
  evidence     text        NOT NULL,
  reported_by  uuid        NOT NULL,
  accepted_by  uuid        NOT NULL CHECK (accepted_by <> reported_by),
  completed_at timestamptz NOT NULL
);

CREATE TABLE settlement.project_payment (
  payment    text        PRIMARY KEY,
  project    text        NOT NULL REFERENCES settlement.project,
  number     integer     NOT NULL,
  amount_fen bigint      NOT NULL CHECK (amount_fen > 0),
  evidence   text        NOT NULL,
  sha256     text        NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  asked_by   uuid        NOT NULL,
  asked_at   timestamptz NOT NULL,
  UNIQUE (project, number),
  -- A paper pays once.
  UNIQUE (project, sha256),
  CHECK (payment = project || '/' || number)
);

CREATE TABLE settlement.payment_decision (
  payment     text        PRIMARY KEY REFERENCES settlement.project_payment,
  is_paid     boolean     NOT NULL,
  opinion     text        NOT NULL,
  reviewed_by uuid        NOT NULL,
  decided_by  uuid        NOT NULL,
  decided_at  timestamptz NOT NULL,
  CHECK (NOT is_paid OR reviewed_by <> decided_by)
);

CREATE TABLE settlement.fund_entry (
  fund         text        NOT NULL REFERENCES settlement.fund,
  seq          bigint      NOT NULL,
  is_in        boolean     NOT NULL,
  amount_fen   bigint      NOT NULL CHECK (amount_fen > 0),
  business_key text        NOT NULL UNIQUE,
  occasion     text        NOT NULL,
  entered_at   timestamptz NOT NULL,
  line         text        NOT NULL,
  previous     text        NOT NULL,
  hash         text        NOT NULL CHECK (hash = encode(sha256(convert_to(previous || E'\n' || line, 'UTF8')), 'hex')),
  PRIMARY KEY (fund, seq),
  CHECK (line LIKE seq || CASE WHEN is_in THEN '|IN|' ELSE '|OUT|' END || '%'),
  CHECK (split_part(line, '|', 3)::numeric * 100 = amount_fen AND split_part(line, '|', 4) = business_key)
);

CREATE FUNCTION settlement.keep_chain() RETURNS trigger LANGUAGE plpgsql
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
CREATE TRIGGER keep_chain BEFORE INSERT ON settlement.fund_entry FOR EACH ROW EXECUTE FUNCTION settlement.keep_chain();
ALTER TABLE settlement.fund_entry ENABLE ALWAYS TRIGGER keep_chain;

-- The key of the order before one that is given anew: 'anew/2/...' follows the first.
CREATE FUNCTION settlement.order_before(business_key text) RETURNS text LANGUAGE sql IMMUTABLE
  SET search_path = pg_catalog
  RETURN CASE split_part(business_key, '/', 2) WHEN '2' THEN '' ELSE
           'anew/' || (split_part(business_key, '/', 2)::int - 1) || '/' END
         || regexp_replace(business_key, '^anew/[0-9]+/', '');

-- Into a fund goes what a distribution gives back, out of it what was decided for an approved project,
-- within its budget; both only with an entry in the public ledger. The account of the fund is locked by
-- now, so whoever spends at the same time has waited.
CREATE FUNCTION settlement.keep_funds() RETURNS trigger LANGUAGE plpgsql
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
                                       JOIN settlement.distribution_part part
                                            ON entry.occasion = part.distribution || '/' || part.payee
                                       JOIN settlement.distribution USING (distribution)
                                       JOIN settlement.contract USING (contract)
                                      WHERE entry.business_key = written.business_key
                                        AND written.business_key = 'reinvest/' || entry.occasion
                                        AND written.credit = 'fund/' || entry.fund || ':FUND'
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
CREATE TRIGGER e_keep_funds AFTER INSERT ON settlement.transfer
  REFERENCING NEW TABLE AS written
  FOR EACH STATEMENT EXECUTE FUNCTION settlement.keep_funds();
ALTER TABLE settlement.transfer ENABLE ALWAYS TRIGGER e_keep_funds;

-- When the transaction ends, every entry of a fund is a transfer, too.
CREATE FUNCTION settlement.keep_entries() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM settlement.transfer
                  WHERE transfer.business_key = NEW.business_key AND transfer.amount_fen = NEW.amount_fen) THEN
    RAISE EXCEPTION '%: entry % moves nothing', NEW.fund, NEW.seq USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END
$$;
CREATE CONSTRAINT TRIGGER keep_entries AFTER INSERT ON settlement.fund_entry
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION settlement.keep_entries();
ALTER TABLE settlement.fund_entry ENABLE ALWAYS TRIGGER keep_entries;

CALL settlement.let_rows_only_be_added(
  'settlement.fund', 'settlement.project', 'settlement.project_decision',
  'settlement.project_completion', 'settlement.project_payment', 'settlement.payment_decision',
  'settlement.fund_entry');
-- Whoever locks a fund must be allowed to change something of it; the trigger refuses it.
DO $$
DECLARE
  role regrole;
BEGIN
  FOR role IN SELECT DISTINCT granted.grantee
                FROM pg_class, aclexplode(relacl) granted
               WHERE pg_class.oid = 'settlement.fund'::regclass AND granted.grantee NOT IN (0, relowner)
  LOOP
    EXECUTE format('GRANT UPDATE (watershed) ON settlement.fund TO %s', role);
  END LOOP;
END
$$;
