-- Revenue that does not come: that the operator was reminded, that it is overdue, that it is a breach.
CREATE TABLE settlement.revenue_default (
  contract text        NOT NULL REFERENCES settlement.contract,
  year     integer     NOT NULL,
  step     text        NOT NULL CHECK (step IN ('REMINDED', 'OVERDUE', 'BREACH')),
  words    text        NOT NULL CHECK (step <> 'BREACH' OR words <> ''),
  noted_at timestamptz NOT NULL,
  PRIMARY KEY (contract, year, step)
);

CALL settlement.let_rows_only_be_added('settlement.revenue_default');
