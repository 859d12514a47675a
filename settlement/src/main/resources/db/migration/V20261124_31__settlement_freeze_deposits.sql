-- While a complaint is open a deposit stays where it is (R-QUA-9), and what was to go back meanwhile
-- goes back when it is settled. A price that comes late costs a penalty, which has a sub-account of its
-- own and is shared when it is in.
ALTER TABLE settlement.sub_account
  DROP CONSTRAINT sub_account_state_check,
  ADD CONSTRAINT sub_account_state_check
    CHECK (state IN ('AWAITED', 'HELD', 'FROZEN', 'TO_BE_RELEASED', 'APPLIED', 'RELEASED', 'FORFEITED',
                     'RECEIVED', 'CLOSED')),
  DROP CONSTRAINT sub_account_purpose_check,
  ADD CONSTRAINT sub_account_purpose_check CHECK (purpose IN ('DEPOSIT', 'PRICE', 'REVENUE', 'PENALTY')),
  DROP CONSTRAINT sub_account_check1,
  ADD CONSTRAINT sub_account_year CHECK ((year IS NOT NULL) = (purpose IN ('REVENUE', 'PENALTY'))),
  DROP CONSTRAINT sub_account_check2,
  ADD CONSTRAINT sub_account_due CHECK ((due_at IS NULL) = (purpose IN ('REVENUE', 'PENALTY')));

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

-- A penalty is shared whole, as what came in for it.
CREATE OR REPLACE FUNCTION settlement.keep_whole() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog AS $$
DECLARE
  income_fen bigint;
  parts_fen  bigint;
  left_fen   bigint;
BEGIN
  SELECT CASE NEW.income WHEN 'PRICE' THEN contract.price_fen
                         WHEN 'PENALTY' THEN
                           (SELECT expected_fen FROM settlement.sub_account penalty
                             WHERE penalty.trade = contract.trade AND penalty.contract = NEW.contract
                               AND penalty.year = NEW.year AND penalty.purpose = 'PENALTY'
                               AND penalty.state = 'RECEIVED')
                         ELSE report.revenue_fen END,
         (SELECT coalesce(sum(amount_fen), 0)
            FROM settlement.distribution_part WHERE distribution = NEW.distribution),
         (SELECT coalesce(sum(amount_fen), 0)
            FROM settlement.transfer WHERE distribution = NEW.distribution)
    INTO income_fen, parts_fen, left_fen
    FROM settlement.contract
    LEFT JOIN settlement.revenue_report report
           ON report.contract = contract.contract AND report.year = NEW.year
   WHERE contract.contract = NEW.contract AND contract.terms_hash = NEW.terms_hash;
  IF (NEW.whole_fen, NEW.whole_fen, NEW.whole_fen)
     IS DISTINCT FROM (income_fen, parts_fen, left_fen) THEN
    RAISE EXCEPTION '%: income %, whole %, parts %, paid %',
      NEW.distribution, income_fen, NEW.whole_fen, parts_fen, left_fen
      USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END
$$;

CALL settlement.let_rows_only_be_added('settlement.deposit_freeze');
