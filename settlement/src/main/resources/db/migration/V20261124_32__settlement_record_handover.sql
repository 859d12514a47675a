-- What was sold is handed over when its price is paid, and a right of some years may be registered.
CREATE TABLE settlement.handover (
  contract    text        NOT NULL REFERENCES settlement.contract,
  step        text        NOT NULL CHECK (step IN ('HANDED_OVER', 'REGISTERED')),
  happened_on date        NOT NULL,
  document    text        NOT NULL,
  noted_by    uuid        NOT NULL,
  noted_at    timestamptz NOT NULL,
  PRIMARY KEY (contract, step)
);

CALL settlement.let_rows_only_be_added('settlement.handover');
