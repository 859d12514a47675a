-- What the bank and the exchange tell each other. Everything is only ever added: a message is kept
-- before anything follows from it, and what followed from each of its lines is noted beside it.

-- From where money came, so that it can go back the same way, and what its payer wrote.
ALTER TABLE settlement.receipt
  ADD COLUMN payer_holder  text,
  ADD COLUMN payer_account text,
  ADD COLUMN payer_bank    text,
  ADD COLUMN remittance    text NOT NULL DEFAULT '',
  ADD CONSTRAINT receipt_whole_account
    CHECK (num_nulls(payer_holder, payer_account, payer_bank) IN (0, 3));

CREATE TABLE settlement.bank_message (
  message     text        PRIMARY KEY,
  number      bigint      GENERATED ALWAYS AS IDENTITY UNIQUE,
  kind        text        NOT NULL CHECK (kind IN ('STATEMENT', 'NOTICE', 'FILE_ANSWER')),
  -- Of the very bytes: the same message comes again with these, or it is another.
  sha256      text        NOT NULL,
  written_at  timestamptz NOT NULL,
  taken_at    timestamptz NOT NULL,
  -- Only a statement has them. Unique: none is taken twice under another name.
  sequence    bigint      UNIQUE,
  opening_fen bigint,
  closing_fen bigint,
  CHECK (num_nulls(sequence, opening_fen, closing_fen) = CASE kind WHEN 'STATEMENT' THEN 0 ELSE 3 END)
);

CREATE TABLE settlement.bank_line (
  message text    NOT NULL REFERENCES settlement.bank_message,
  place   integer NOT NULL,
  told    jsonb   NOT NULL,
  PRIMARY KEY (message, place)
);

-- What became of a line: it was followed, or it is disputed and a person must ask the bank.
CREATE TABLE settlement.bank_line_outcome (
  message    text        NOT NULL,
  place      integer     NOT NULL,
  number     bigint      GENERATED ALWAYS AS IDENTITY UNIQUE,
  dispute    text,
  noted_at   timestamptz NOT NULL,
  PRIMARY KEY (message, place),
  FOREIGN KEY (message, place) REFERENCES settlement.bank_line
);
CREATE INDEX bank_line_disputed ON settlement.bank_line_outcome (number) WHERE dispute IS NOT NULL;

-- Files of payments. The bytes are not kept: the same rows give the same file, whenever it is asked.
CREATE TABLE settlement.payment_file (
  file       text        PRIMARY KEY,
  number     bigint      GENERATED ALWAYS AS IDENTITY UNIQUE,
  written_at timestamptz NOT NULL
);

CREATE TABLE settlement.payment_line (
  -- Unique: an order goes into one file, once.
  business_key text    PRIMARY KEY REFERENCES settlement.payment_order,
  end_to_end   text    NOT NULL UNIQUE,
  file         text    NOT NULL REFERENCES settlement.payment_file,
  place        integer NOT NULL,
  holder       text    NOT NULL,
  account      text    NOT NULL,
  bank         text    NOT NULL,
  UNIQUE (file, place)
);

-- What the bank has said to an order, the latest word last.
CREATE TABLE settlement.payment_answer (
  end_to_end text   NOT NULL REFERENCES settlement.payment_line (end_to_end),
  number     bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
  message    text   NOT NULL REFERENCES settlement.bank_message,
  step       text   NOT NULL CHECK (step IN ('ACCEPTED', 'EXECUTED', 'REJECTED')),
  reason     text   NOT NULL,
  PRIMARY KEY (end_to_end, message)
);

-- Where payees are paid: noted by one person, confirmed by another. A payee is the account of the
-- ledger from which it is paid.
CREATE TABLE settlement.payee_account (
  number   bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  payee    text        NOT NULL REFERENCES settlement.account,
  holder   text        NOT NULL,
  account  text        NOT NULL,
  bank     text        NOT NULL,
  noted_by uuid        NOT NULL,
  noted_at timestamptz NOT NULL
);
CREATE INDEX payee_account_payee ON settlement.payee_account (payee, number);

CREATE TABLE settlement.payee_account_confirmation (
  number       bigint      PRIMARY KEY REFERENCES settlement.payee_account,
  confirmed_by uuid        NOT NULL,
  confirmed_at timestamptz NOT NULL
);

-- Every order with all that is known of it. The payee's confirmed account goes before the one from
-- which the money came.
CREATE VIEW settlement.payment AS
SELECT ordered.business_key, transfer.number, ordered.story, ordered.beneficiary, transfer.amount_fen,
       ordered.remittance, ordered.ordered_at, ordered.due_at, transfer.debit AS payee,
       line.end_to_end, line.file,
       coalesce(line.holder, noted.holder, told.payer_holder) AS holder,
       coalesce(line.account, noted.account, told.payer_account) AS account,
       coalesce(line.bank, noted.bank, told.payer_bank) AS bank,
       answer.step, answer.reason,
       paid.event_at AS paid_at, back.event_at AS back_at,
       EXISTS (SELECT FROM settlement.payment_order anew
                WHERE anew.business_key
                      = CASE WHEN ordered.business_key ~ '^anew/[0-9]+/'
                             THEN 'anew/' || (split_part(ordered.business_key, '/', 2)::int + 1)
                                  || regexp_replace(ordered.business_key, '^anew/[0-9]+', '')
                             ELSE 'anew/2/' || ordered.business_key END) AS is_ordered_anew
  FROM settlement.payment_order ordered
  JOIN settlement.transfer USING (business_key)
  LEFT JOIN settlement.payment_line line USING (business_key)
  LEFT JOIN LATERAL (SELECT holder, account, bank
                       FROM settlement.payee_account
                       JOIN settlement.payee_account_confirmation USING (number)
                      WHERE payee = transfer.debit
                      ORDER BY number DESC LIMIT 1) noted ON true
  LEFT JOIN settlement.account source ON source.name = transfer.debit
  LEFT JOIN settlement.sub_account ON sub_account.number = source.owner AND source.purpose = 'DEPOSIT'
  LEFT JOIN settlement.receipt told
         ON told.reference = CASE source.purpose WHEN 'DEPOSIT' THEN sub_account.filled_by
                                                 WHEN 'SUSPENSE' THEN substr(source.story, 9) END
  LEFT JOIN LATERAL (SELECT step, reason FROM settlement.payment_answer
                      WHERE payment_answer.end_to_end = line.end_to_end
                      ORDER BY number DESC LIMIT 1) answer ON true
  LEFT JOIN settlement.transfer paid ON paid.business_key = 'paid/' || ordered.business_key
  LEFT JOIN settlement.transfer back ON back.business_key = 'back/' || ordered.business_key;

CALL settlement.let_rows_only_be_added(
  'settlement.bank_message', 'settlement.bank_line', 'settlement.bank_line_outcome',
  'settlement.payment_file', 'settlement.payment_line', 'settlement.payment_answer',
  'settlement.payee_account', 'settlement.payee_account_confirmation', 'settlement.payment');
