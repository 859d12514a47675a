-- A large price may be paid in instalments (R-POST-5, docs/adr/0033). The plan is the contract's; amounts
-- and days follow from it on the day on which it takes effect, and are kept as they were then.
ALTER TABLE settlement.contract ADD COLUMN plan_json text;

CREATE TABLE settlement.instalment (
  contract      text        NOT NULL REFERENCES settlement.contract,
  number        integer     NOT NULL CHECK (number BETWEEN 1 AND 999),
  principal_fen bigint      NOT NULL CHECK (principal_fen > 0),
  interest_fen  bigint      NOT NULL CHECK (interest_fen >= 0),
  due_at        timestamptz NOT NULL,
  PRIMARY KEY (contract, number)
);

-- Written with the contract, all at once: whoever added one later would make more than the price.
CREATE FUNCTION settlement.keep_instalments() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog AS $$
BEGIN
  IF EXISTS (SELECT FROM settlement.contract
              WHERE contract IN (SELECT contract FROM written)
                AND (plan_json IS NULL
                     OR price_fen IS DISTINCT FROM
                        (SELECT sum(principal_fen) FROM settlement.instalment due
                          WHERE due.contract = contract.contract))) THEN
    RAISE EXCEPTION 'instalments make the price of their contract' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END
$$;
CREATE TRIGGER keep_instalments AFTER INSERT ON settlement.instalment
  REFERENCING NEW TABLE AS written
  FOR EACH STATEMENT EXECUTE FUNCTION settlement.keep_instalments();
ALTER TABLE settlement.instalment ENABLE ALWAYS TRIGGER keep_instalments;

-- What stands in for the later instalments, as the transferor has accepted it; once.
CREATE TABLE settlement.guarantee (
  contract    text        PRIMARY KEY REFERENCES settlement.contract,
  kind        text        NOT NULL CHECK (kind IN ('BANK_GUARANTEE', 'MORTGAGE', 'PLEDGE', 'SURETY')),
  guarantor   text        NOT NULL,
  document    text        NOT NULL,
  covers_fen  bigint      NOT NULL CHECK (covers_fen > 0),
  until       date        NOT NULL,
  accepted_by uuid        NOT NULL,
  accepted_at timestamptz NOT NULL
);

CALL settlement.let_rows_only_be_added('settlement.instalment', 'settlement.guarantee');

-- An instalment has a sub-account of its own; its number stands where a year stands for others.
ALTER TABLE settlement.sub_account
  DROP CONSTRAINT sub_account_purpose_check,
  DROP CONSTRAINT sub_account_year,
  ADD CONSTRAINT sub_account_purpose_check
    CHECK (purpose IN ('DEPOSIT', 'PRICE', 'INSTALMENT', 'REVENUE', 'PENALTY')),
  ADD CONSTRAINT sub_account_year
    CHECK ((year IS NOT NULL) = (purpose IN ('INSTALMENT', 'REVENUE', 'PENALTY')));

-- An instalment that does not come: that the buyer was reminded, that it is overdue, that the guarantee is
-- called, that it is a breach.
CREATE TABLE settlement.instalment_default (
  contract text        NOT NULL,
  number   integer     NOT NULL,
  step     text        NOT NULL CHECK (step IN ('REMINDED', 'OVERDUE', 'GUARANTEE_CALLED', 'BREACH')),
  words    text        NOT NULL CHECK (step IN ('REMINDED', 'OVERDUE') OR words <> ''),
  noted_at timestamptz NOT NULL,
  PRIMARY KEY (contract, number, step),
  FOREIGN KEY (contract, number) REFERENCES settlement.instalment
);

CALL settlement.let_rows_only_be_added('settlement.instalment_default');
