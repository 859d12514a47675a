-- Years as a whole: which are closed, and the runs that share all revenues of one.

-- A year can be closed for all: no revenue of it is reported or shared any more.
CREATE TABLE settlement.closed_year (
  year      integer     PRIMARY KEY,
  closed_by uuid        NOT NULL,
  closed_at timestamptz NOT NULL
);

-- The revenues of a whole year are shared in a run that one person proposes and another approves. A
-- contract that it leaves out is named with the reason, and is shared by itself when that is explained.
CREATE TABLE settlement.year_run (
  run         bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  year        integer     NOT NULL,
  proposed_by uuid        NOT NULL,
  proposed_at timestamptz NOT NULL,
  UNIQUE (run, proposed_by)
);

CREATE TABLE settlement.year_run_approval (
  run           bigint      PRIMARY KEY,
  proposed_by   uuid        NOT NULL,
  approved_by   uuid        NOT NULL CHECK (approved_by <> proposed_by),
  approved_at   timestamptz NOT NULL,
  -- How many revenues of the year were shared before it began.
  shared_before bigint      NOT NULL,
  FOREIGN KEY (run, proposed_by) REFERENCES settlement.year_run (run, proposed_by)
);

CREATE TABLE settlement.year_run_left_out (
  run      bigint NOT NULL REFERENCES settlement.year_run_approval,
  contract text   NOT NULL REFERENCES settlement.contract,
  reason   text   NOT NULL,
  PRIMARY KEY (run, contract)
);

-- A run ends when it is carried out, or when it is rejected.
CREATE TABLE settlement.year_run_end (
  run      bigint      PRIMARY KEY REFERENCES settlement.year_run,
  shared   bigint      NOT NULL,
  ended_at timestamptz NOT NULL
);
