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

CALL settlement.let_rows_only_be_added('settlement.deposit_freeze');
