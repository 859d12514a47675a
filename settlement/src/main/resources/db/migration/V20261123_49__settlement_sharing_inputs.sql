-- What a distribution depends on besides the terms and the amount, so that it can be computed again
-- from what is kept here alone.

-- A third of a fen is no numeric: exact numbers are texts, in lowest terms, a decimal if it ends.
ALTER TABLE settlement.distribution_part
  ALTER COLUMN carried_in TYPE text USING trim_scale(carried_in)::text,
  ALTER COLUMN carry TYPE text USING trim_scale(carry)::text,
  ADD CHECK (carried_in ~ '^-?\d+([.]\d+|/\d+)?$'),
  ADD CHECK (carry ~ '^-?\d+([.]\d+|/\d+)?$'),
  -- What was recovered towards a sum before and after, over all years.
  ADD COLUMN recouped_in text NOT NULL DEFAULT '0' CHECK (recouped_in ~ '^\d+([.]\d+|/\d+)?$'),
  ADD COLUMN recouped text NOT NULL DEFAULT '0' CHECK (recouped ~ '^\d+([.]\d+|/\d+)?$'),
  ADD COLUMN pledge_due_fen bigint NOT NULL DEFAULT 0 CHECK (pledge_due_fen >= 0);

ALTER TABLE settlement.distribution
  DROP CONSTRAINT distribution_income_check,
  ADD CHECK (income IN ('PRICE', 'REVENUE', 'INSTALMENT', 'COMPENSATION', 'PENALTY')),
  -- Tonnes per square kilometre and year; null if nobody has monitored.
  ADD COLUMN erosion integer CHECK (erosion >= 0);

-- The facts of a year, noted before its income is shared and never after; year 0 is the price.
CREATE TABLE settlement.year_facts (
  contract text        NOT NULL REFERENCES settlement.contract,
  year     integer     NOT NULL,
  erosion  integer     CHECK (erosion >= 0),
  evidence text        NOT NULL,
  noted_by uuid        NOT NULL,
  noted_at timestamptz NOT NULL,
  PRIMARY KEY (contract, year)
);

CREATE TABLE settlement.pledge_due (
  contract text    NOT NULL,
  year     integer NOT NULL,
  payee    text    NOT NULL,
  due_fen  bigint  NOT NULL CHECK (due_fen > 0),
  PRIMARY KEY (contract, year, payee),
  FOREIGN KEY (contract, year) REFERENCES settlement.year_facts
);
