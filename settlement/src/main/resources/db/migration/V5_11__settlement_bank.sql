-- What the bank tells the exchange. Everything is only ever added: a message is kept before anything
-- follows from it, and what followed from each of its lines is noted beside it.
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
  message  text        NOT NULL,
  place    integer     NOT NULL,
  number   bigint      GENERATED ALWAYS AS IDENTITY UNIQUE,
  dispute  text,
  noted_at timestamptz NOT NULL,
  PRIMARY KEY (message, place),
  FOREIGN KEY (message, place) REFERENCES settlement.bank_line
);
CREATE INDEX bank_line_disputed ON settlement.bank_line_outcome (number) WHERE dispute IS NOT NULL;

-- What the bank has said to an order, the latest word last.
CREATE TABLE settlement.payment_answer (
  end_to_end text   NOT NULL REFERENCES settlement.payment_line (end_to_end),
  number     bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
  message    text   NOT NULL REFERENCES settlement.bank_message,
  step       text   NOT NULL CHECK (step IN ('ACCEPTED', 'EXECUTED', 'REJECTED')),
  reason     text   NOT NULL,
  PRIMARY KEY (end_to_end, message)
);
