-- A winner who loses the award may lose the deposit with it (R-QUA-8), and a payment order tells by
-- when the bank is to have paid, where the law sets a day (R-QUA-6).
ALTER TABLE settlement.sub_account
  DROP CONSTRAINT sub_account_state_check,
  ADD CHECK (state IN ('AWAITED', 'HELD', 'APPLIED', 'RELEASED', 'FORFEITED', 'RECEIVED',
                       'CLOSED'));

ALTER TABLE settlement.payment_order ADD COLUMN due_at timestamptz;
