-- The movements that the bank has booked, each once, however often and how fully it was told.
CREATE TABLE settlement.bank_movement (
  -- The bank's number, as it was told first; what left is 'out/' and the number.
  movement    text    PRIMARY KEY,
  number      bigint  GENERATED ALWAYS AS IDENTITY UNIQUE,
  is_incoming boolean NOT NULL,
  amount_fen  bigint  NOT NULL CHECK (amount_fen > 0),
  booked_on   date    NOT NULL
);
CREATE INDEX bank_movement_amount ON settlement.bank_movement (amount_fen, booked_on);

-- By what a movement is found when it is told again: a number of the bank, the number of the entry of which it
-- is a part, the id of the payment, the file of payments.
CREATE TABLE settlement.bank_movement_name (
  kind     text NOT NULL CHECK (kind IN ('NUMBER', 'WHOLE', 'END_TO_END', 'FILE')),
  name     text NOT NULL,
  movement text NOT NULL REFERENCES settlement.bank_movement,
  PRIMARY KEY (kind, name, movement)
);

-- Which line has told which movement, and how: first, more of it, once more, as a sum, in parts.
CREATE TABLE settlement.bank_report (
  message  text    NOT NULL,
  place    integer NOT NULL,
  movement text    NOT NULL REFERENCES settlement.bank_movement,
  relation text    NOT NULL CHECK (relation IN ('FIRST', 'FULLER', 'AGAIN', 'SUM', 'PART')),
  PRIMARY KEY (message, place, movement),
  FOREIGN KEY (message, place) REFERENCES settlement.bank_line
);
CREATE INDEX bank_report_movement ON settlement.bank_report (movement);

-- Lines that were disputed and are followed after all: because two persons have said what they tell, or because
-- the bank has told since what they take back.
CREATE TABLE settlement.bank_line_judgement (
  message      text        NOT NULL,
  place        integer     NOT NULL,
  words        text        NOT NULL,
  proposed_by  uuid,
  confirmed_by uuid,
  judged_at    timestamptz NOT NULL,
  PRIMARY KEY (message, place),
  FOREIGN KEY (message, place) REFERENCES settlement.bank_line,
  CHECK ((proposed_by IS NULL) = (confirmed_by IS NULL)),
  CONSTRAINT bank_line_judged_by_two CHECK (proposed_by <> confirmed_by)
);

-- What the bank has taken back, once. What came in as several movements it may take back in one sum.
CREATE TABLE settlement.bank_reversal (
  takes_back text PRIMARY KEY REFERENCES settlement.bank_movement,
  movement   text NOT NULL REFERENCES settlement.bank_movement
);
CREATE INDEX bank_reversal_movement ON settlement.bank_reversal (movement);

-- What a line may take back, though it does not say so. While it is disputed nothing is paid out of that.
CREATE TABLE settlement.bank_line_doubt (
  message       text    NOT NULL,
  place         integer NOT NULL,
  may_take_back text    NOT NULL REFERENCES settlement.bank_movement,
  PRIMARY KEY (message, place, may_take_back),
  FOREIGN KEY (message, place) REFERENCES settlement.bank_line
);
