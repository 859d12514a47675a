-- Payments to payees: the orders, the accounts to which they go, and the files that carry them.

-- The amount stands in the transfer that set the money aside; the bank is told the same key.
CREATE TABLE settlement.payment_order (
  business_key text        PRIMARY KEY REFERENCES settlement.transfer (business_key),
  story        text        NOT NULL,
  beneficiary  text        NOT NULL,
  remittance   text        NOT NULL,
  ordered_at   timestamptz NOT NULL,
  -- By when the bank is to have paid, where the law sets a day (R-QUA-6).
  due_at       timestamptz
);
CREATE INDEX payment_order_story ON settlement.payment_order (story);

-- The orders that somebody must still see to: the bank, or a clerk. They are a small part of all that were
-- ever given, and each round with the bank reads them alone. Which they are follows from the orders, the lines
-- of files and the transfers, and is noted here as in an index; nobody writes it by himself.
CREATE TABLE settlement.open_order (
  -- Its place in the journal.
  number       bigint      PRIMARY KEY,
  business_key text        NOT NULL UNIQUE,
  -- It goes into the next file; it stands in one; the money has come back and was not ordered anew.
  state        text        NOT NULL CHECK (state IN ('WAITING', 'SENT', 'CAME_BACK')),
  due_at       timestamptz
);
CREATE INDEX open_order_state ON settlement.open_order (state, number);
CREATE INDEX open_order_due ON settlement.open_order (due_at, number) WHERE due_at IS NOT NULL;

-- Where payees are paid: noted by one person, for the centre or for the payee itself, and confirmed by another.
-- A payee is the account of the ledger from which it is paid.
CREATE TABLE settlement.payee_account (
  number    bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  payee     text        NOT NULL REFERENCES settlement.account,
  holder    text        NOT NULL,
  account   text        NOT NULL,
  bank      text        NOT NULL,
  noted_by  uuid        NOT NULL,
  -- The party for which that person acts.
  noted_for uuid        NOT NULL,
  noted_at  timestamptz NOT NULL
);
CREATE INDEX payee_account_payee ON settlement.payee_account (payee, number);

CREATE TABLE settlement.payee_account_confirmation (
  number       bigint      PRIMARY KEY REFERENCES settlement.payee_account,
  confirmed_by uuid        NOT NULL,
  confirmed_at timestamptz NOT NULL
);

-- Files of payments. The bytes are not kept: the same rows give the same file, whenever it is asked.
CREATE TABLE settlement.payment_file (
  file       text        PRIMARY KEY,
  number     bigint      GENERATED ALWAYS AS IDENTITY UNIQUE,
  written_at timestamptz NOT NULL
);

CREATE TABLE settlement.payment_line (
  -- Unique: an order goes into one file, once.
  business_key   text    PRIMARY KEY REFERENCES settlement.payment_order,
  end_to_end     text    NOT NULL UNIQUE,
  file           text    NOT NULL REFERENCES settlement.payment_file,
  place          integer NOT NULL,
  holder         text    NOT NULL,
  account        text    NOT NULL,
  bank           text    NOT NULL,
  -- A member's line names the account that was told; only the file itself has its number.
  person_account bigint  REFERENCES settlement.person_account,
  UNIQUE (file, place),
  CHECK (person_account IS NULL OR account ~ '^[*]')
);
