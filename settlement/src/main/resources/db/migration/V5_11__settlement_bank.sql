-- What the bank tells the exchange. Everything is only ever added: a message is kept before anything
-- follows from it, and what followed from each of its lines is noted beside it.
CREATE TABLE settlement.bank_message (
  message          text        PRIMARY KEY,
  number           bigint      GENERATED ALWAYS AS IDENTITY UNIQUE,
  kind             text        NOT NULL CHECK (kind IN ('STATEMENT', 'NOTICE', 'FILE_ANSWER')),
  -- Of the very bytes: the same message comes again with these, or it is another.
  sha256           text        NOT NULL,
  written_at       timestamptz NOT NULL,
  taken_at         timestamptz NOT NULL,
  -- Only a statement has them. The bank need not count its statements.
  statement_number text,
  sequence         bigint,
  opening_fen      bigint,
  opens_on         date,
  closing_fen      bigint,
  closes_on        date,
  CHECK (num_nulls(statement_number, opening_fen, opens_on, closing_fen, closes_on)
         = CASE kind WHEN 'STATEMENT' THEN 0 ELSE 5 END),
  CHECK (sequence IS NULL OR kind = 'STATEMENT')
);
CREATE INDEX bank_message_statement ON settlement.bank_message (statement_number) WHERE kind = 'STATEMENT';

CREATE TABLE settlement.bank_line (
  message    text    NOT NULL REFERENCES settlement.bank_message,
  place      integer NOT NULL,
  told       jsonb   NOT NULL,
  -- What it does to the balance of the account.
  effect_fen bigint  NOT NULL,
  PRIMARY KEY (message, place)
);

-- The statements that follow upon each other. The lines of one that waits for the one before it are not
-- followed.
CREATE TABLE settlement.bank_statement_link (
  message     text        PRIMARY KEY REFERENCES settlement.bank_message,
  number      bigint      GENERATED ALWAYS AS IDENTITY UNIQUE,
  -- The last message that had come by then: one that waited is followed as if it had come after it.
  behind      bigint      NOT NULL REFERENCES settlement.bank_message (number),
  -- Whether two persons have let it pass, although it does not follow.
  is_let_pass boolean     NOT NULL,
  -- Whether the chain goes on from it. One that was let pass may be older than the last.
  is_end      boolean     NOT NULL,
  linked_at   timestamptz NOT NULL
);

-- The messages of whose lines it has been found out which movements they tell.
CREATE TABLE settlement.bank_message_match (
  message    text        PRIMARY KEY REFERENCES settlement.bank_message,
  matched_at timestamptz NOT NULL
);

-- What became of a line: it was followed, or it is disputed and a person must ask the bank.
CREATE TABLE settlement.bank_line_outcome (
  message  text        NOT NULL,
  place    integer     NOT NULL,
  number   bigint      GENERATED ALWAYS AS IDENTITY UNIQUE,
  dispute  text,
  noted_at timestamptz NOT NULL,
  PRIMARY KEY (message, place),
  FOREIGN KEY (message, place) REFERENCES settlement.bank_line
);
CREATE INDEX bank_line_disputed ON settlement.bank_line_outcome (number) WHERE dispute IS NOT NULL;

-- The closing balance of each statement against the ledger: what the accounts at the bank hold by the books,
-- what of that no statement can have told yet, what statements have told and nobody could follow, and what of the
-- difference that does not explain.
CREATE TABLE settlement.bank_balance_check (
  number          bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  -- Once more, if the books were mended since.
  message         text        NOT NULL REFERENCES settlement.bank_statement_link,
  closing_fen     bigint      NOT NULL,
  books_fen       bigint      NOT NULL,
  ahead_fen       bigint      NOT NULL,
  disputed_fen    bigint      NOT NULL,
  unexplained_fen bigint      NOT NULL,
  checked_at      timestamptz NOT NULL
);
CREATE INDEX bank_balance_check_message ON settlement.bank_balance_check (message);

-- What a person must see to. The same is raised once, and ends once: by itself, or by two persons.
CREATE TABLE settlement.bank_exception (
  exception text        PRIMARY KEY,
  number    bigint      GENERATED ALWAYS AS IDENTITY UNIQUE,
  kind      text        NOT NULL CHECK (kind IN ('MESSAGE_REFUSED', 'STATEMENT_WAITS', 'LINE_DISPUTED',
                                                 'RECEIPT_TAKEN_BACK', 'BALANCE_DIFFERS', 'PAYMENT_STUCK')),
  -- What it is about, in one line that needs no language, and why a person must look.
  subject   text        NOT NULL,
  detail    text        NOT NULL,
  raised_at timestamptz NOT NULL,
  -- By when somebody must have seen to it.
  due_at    timestamptz NOT NULL,
  -- Of a payment that is stuck: its order, and for what it is stuck.
  payment   text        REFERENCES settlement.payment_order,
  cause     text        CHECK (cause IN ('LACKS_ACCOUNT', 'STOPPED', 'CAME_BACK', 'OVERDUE')),
  CHECK (num_nulls(payment, cause) = CASE kind WHEN 'PAYMENT_STUCK' THEN 0 ELSE 2 END)
);
CREATE INDEX bank_exception_payment ON settlement.bank_exception (payment) WHERE payment IS NOT NULL;

CREATE TABLE settlement.bank_exception_end (
  exception    text        PRIMARY KEY REFERENCES settlement.bank_exception,
  words        text        NOT NULL,
  proposed_by  uuid,
  confirmed_by uuid,
  ended_at     timestamptz NOT NULL,
  CHECK ((proposed_by IS NULL) = (confirmed_by IS NULL)),
  CONSTRAINT bank_exception_by_two CHECK (proposed_by <> confirmed_by)
);

-- What the bank has said to an order, the latest word last.
CREATE TABLE settlement.payment_answer (
  end_to_end text   NOT NULL REFERENCES settlement.payment_line (end_to_end),
  number     bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
  message    text   NOT NULL REFERENCES settlement.bank_message,
  step       text   NOT NULL CHECK (step IN ('ACCEPTED', 'EXECUTED', 'STOPPED', 'REJECTED')),
  reason     text   NOT NULL,
  PRIMARY KEY (end_to_end, message)
);
