-- Money that comes in: where it is awaited, what the bank told, and what was decided about it.

-- What an income is paid for: the price at once, an instalment of it by its number, a calendar year, or what was
-- found of a year later.
CREATE DOMAIN settlement.occasion AS text
  CHECK (VALUE ~ '^(PRICE|INSTALMENT-[1-9][0-9]{0,2}|[1-9][0-9]{3}(-S[1-9][0-9]?)?)$');

CREATE TABLE settlement.receipt (
  number        bigint      GENERATED ALWAYS AS IDENTITY UNIQUE,
  reference     text        PRIMARY KEY,
  sub_account   text        NOT NULL,
  amount_fen    bigint      NOT NULL CHECK (amount_fen > 0),
  payer         text        NOT NULL,
  arrived_at    timestamptz NOT NULL,
  cause         text        CHECK (cause IN ('UNKNOWN_ACCOUNT', 'ACCOUNT_CLOSED', 'TIME_UNCLEAR', 'LATE',
                                             'WRONG_AMOUNT')),
  recorded_at   timestamptz NOT NULL,
  -- From where the money came, so that it can go back the same way, and what its payer wrote.
  payer_holder  text,
  payer_account text,
  payer_bank    text,
  remittance    text        NOT NULL DEFAULT '',
  -- Of a bank that tells the day alone: when it may have arrived at the earliest.
  not_before    timestamptz CHECK (not_before < arrived_at),
  CONSTRAINT receipt_whole_account CHECK (num_nulls(payer_holder, payer_account, payer_bank) IN (0, 3))
);
CREATE INDEX receipt_unmatched ON settlement.receipt (number) WHERE cause IS NOT NULL;

-- What the bank has told later of a receipt, beyond what it told first.
CREATE TABLE settlement.receipt_completion (
  reference     text        NOT NULL REFERENCES settlement.receipt,
  number        bigint      GENERATED ALWAYS AS IDENTITY,
  sub_account   text        NOT NULL,
  payer         text        NOT NULL,
  payer_holder  text,
  payer_account text,
  payer_bank    text,
  remittance    text        NOT NULL,
  arrived_at    timestamptz NOT NULL,
  not_before    timestamptz,
  recorded_at   timestamptz NOT NULL,
  PRIMARY KEY (reference, number),
  CONSTRAINT completion_whole_account CHECK (num_nulls(payer_holder, payer_account, payer_bank) IN (0, 3))
);

-- Receipts that one person has entered by hand, and what another has decided about them.
CREATE TABLE settlement.manual_receipt (
  number        bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  reference     text        NOT NULL,
  sub_account   text        NOT NULL,
  amount_fen    bigint      NOT NULL CHECK (amount_fen > 0),
  payer         text        NOT NULL,
  -- From where the money came and what its payer wrote, as far as the paper of the bank tells it.
  payer_holder  text,
  payer_account text,
  payer_bank    text,
  remittance    text        NOT NULL,
  arrived_at    timestamptz NOT NULL,
  entered_by    uuid        NOT NULL,
  entered_at    timestamptz NOT NULL,
  CONSTRAINT manual_receipt_not_ahead CHECK (arrived_at <= entered_at),
  CONSTRAINT manual_receipt_whole_account CHECK (num_nulls(payer_holder, payer_account, payer_bank) IN (0, 3))
);
CREATE INDEX manual_receipt_reference ON settlement.manual_receipt (reference);

CREATE TABLE settlement.manual_receipt_end (
  number       bigint      PRIMARY KEY REFERENCES settlement.manual_receipt,
  is_confirmed boolean     NOT NULL,
  ended_by     uuid        NOT NULL,
  words        text        NOT NULL,
  ended_at     timestamptz NOT NULL
);

-- A receipt that is none any more: the bank has taken it back, or has told it in parts since.
CREATE TABLE settlement.receipt_reversal (
  reference   text        PRIMARY KEY REFERENCES settlement.receipt,
  cause       text        NOT NULL CHECK (cause IN ('TAKEN_BACK', 'TOLD_IN_PARTS')),
  movement    text        NOT NULL,
  recorded_at timestamptz NOT NULL
);

-- The first eighteen digits of a sub-account; the nineteenth checks them.
CREATE SEQUENCE settlement.sub_account_number START 690001000000000001;

-- Where one amount of one party is awaited. A penalty for what came late has a sub-account of its own, and
-- so has each instalment, and what a payer owes anew because the bank has taken the payment back.
CREATE TABLE settlement.sub_account (
  number       text        PRIMARY KEY CHECK (number ~ '^[0-9]{19}$'),
  trade        text        NOT NULL,
  purpose      text        NOT NULL CHECK (purpose IN ('DEPOSIT', 'PRICE', 'INSTALMENT', 'REVENUE', 'PENALTY',
                                                       'RECOURSE')),
  party        uuid        NOT NULL,
  contract     text        CHECK (purpose = 'RECOURSE' OR (contract IS NULL) = (purpose = 'DEPOSIT')),
  -- What is paid for; of a penalty, what came late.
  occasion     settlement.occasion,
  expected_fen bigint      NOT NULL CHECK (expected_fen > 0),
  due_at       timestamptz,
  opened_at    timestamptz NOT NULL,
  -- While a complaint is open a deposit is FROZEN (R-QUA-9); what was to go back meanwhile goes back when
  -- it is settled. A winner who loses the award may lose the deposit with it (R-QUA-8).
  state        text        NOT NULL CHECK (state IN ('AWAITED', 'HELD', 'FROZEN', 'TO_BE_RELEASED', 'APPLIED',
                                                     'RELEASED', 'FORFEITED', 'RECEIVED', 'TAKEN_BACK',
                                                     'CLOSED')),
  -- Unique: a receipt fills one sub-account.
  filled_by    text        UNIQUE REFERENCES settlement.receipt,
  -- Within how many working days a deposit goes back, by the edition of the rules under which its trade was
  -- published (R-QUA-6).
  return_days  integer     CHECK (return_days > 0),
  CHECK ((return_days IS NOT NULL) = (purpose = 'DEPOSIT')),
  CHECK ((filled_by IS NULL) = (state IN ('AWAITED', 'CLOSED'))),
  -- The sub-account whose money the bank has taken back.
  recourse_of  text        REFERENCES settlement.sub_account,
  CHECK ((recourse_of IS NOT NULL) = (purpose = 'RECOURSE')),
  CHECK (purpose = 'RECOURSE' OR (occasion IS NULL) = (purpose = 'DEPOSIT')),
  CONSTRAINT sub_account_occasion CHECK (CASE purpose WHEN 'PRICE'      THEN occasion = 'PRICE'
                                                      WHEN 'INSTALMENT' THEN occasion LIKE 'INSTALMENT-%'
                                                      WHEN 'REVENUE'    THEN occasion ~ '^[0-9]'
                                                      ELSE true END),
  CONSTRAINT sub_account_due CHECK ((due_at IS NULL) = (purpose IN ('REVENUE', 'PENALTY',
                                                                                  'RECOURSE')))
);
CREATE INDEX sub_account_trade ON settlement.sub_account (trade);
CREATE INDEX sub_account_party ON settlement.sub_account (party);
CREATE INDEX sub_account_recourse ON settlement.sub_account (recourse_of) WHERE recourse_of IS NOT NULL;
-- A bidder has one open deposit a trade; a contract awaits its price once, and each year's revenue.
CREATE UNIQUE INDEX sub_account_once ON settlement.sub_account
    (trade, purpose, party, contract, occasion) NULLS NOT DISTINCT
    WHERE state NOT IN ('CLOSED', 'RELEASED', 'TAKEN_BACK') AND purpose <> 'RECOURSE';

-- The transfers by which a payment came in before it was whole. What stayed of one that is awaited anew counts on
-- the new sub-account.
CREATE TABLE settlement.sub_account_part (
  reference   text NOT NULL REFERENCES settlement.receipt,
  sub_account text NOT NULL REFERENCES settlement.sub_account,
  PRIMARY KEY (sub_account, reference)
);
CREATE INDEX sub_account_part_reference ON settlement.sub_account_part (reference);

-- Parts that the bank took back before the payment was whole: they count no more, whatever came in since.
CREATE TABLE settlement.part_taken_back (
  sub_account text NOT NULL,
  reference   text NOT NULL,
  PRIMARY KEY (sub_account, reference),
  FOREIGN KEY (sub_account, reference) REFERENCES settlement.sub_account_part
);

-- Deposits that their bidders have lost, and the transferor that is paid what the fees leave of each; it is known
-- before there is a contract, and if there never is one.
CREATE TABLE settlement.lost_deposit (
  sub_account text PRIMARY KEY REFERENCES settlement.sub_account,
  transferor  uuid NOT NULL
);
CREATE INDEX lost_deposit_transferor ON settlement.lost_deposit (transferor);

CREATE TABLE settlement.decision (
  reference   text        PRIMARY KEY REFERENCES settlement.receipt,
  assigned_to text        REFERENCES settlement.sub_account,
  -- The receipt whose money the bank has taken back, and which is paid anew.
  settles     text        UNIQUE REFERENCES settlement.receipt,
  decided_by  uuid        NOT NULL,
  decided_at  timestamptz NOT NULL,
  CHECK (num_nonnulls(assigned_to, settles) <= 1)
);

CREATE TABLE settlement.deposit_freeze (
  number     bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  trade      text        NOT NULL,
  -- Of all bidders, if nobody is named.
  bidder     uuid,
  kind       text        NOT NULL CHECK (kind IN ('FREEZE', 'THAW')),
  document   text        NOT NULL,
  ordered_by uuid        NOT NULL,
  ordered_at timestamptz NOT NULL
);
CREATE INDEX deposit_freeze_trade ON settlement.deposit_freeze (trade);
