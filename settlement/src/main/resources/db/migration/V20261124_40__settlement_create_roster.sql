-- Who of a village is paid, and how much: the payees of a contract that are a collective's own, the
-- rosters of its members, what was objected, and how the members' part of a distribution was split.
-- No name, number or account of a person is kept here in clear: what identifies somebody comes sealed,
-- and only its sealed form, a blind index and the hash of a personal code are stored.

CREATE TABLE settlement.beneficiary (
  contract  text        NOT NULL REFERENCES settlement.contract,
  payee     text        NOT NULL,
  party     uuid        NOT NULL,
  name      text        NOT NULL,
  named_by  uuid        NOT NULL,
  named_at  timestamptz NOT NULL,
  PRIMARY KEY (contract, payee)
);
CREATE INDEX beneficiary_party ON settlement.beneficiary (party, contract, payee);

CREATE TABLE settlement.roster (
  roster            text        PRIMARY KEY,
  contract          text        NOT NULL,
  payee             text        NOT NULL,
  version           integer     NOT NULL CHECK (version > 0),
  rule              text        NOT NULL CHECK (rule IN ('PER_HEAD', 'BY_SHARES', 'PER_HOUSEHOLD')),
  record_date       date        NOT NULL,
  resolution        text        NOT NULL,
  hash              text        NOT NULL CHECK (hash ~ '^[0-9a-f]{64}$'),
  filed_by          uuid        NOT NULL,
  filed_at          timestamptz NOT NULL,
  objections_end_at timestamptz NOT NULL,
  FOREIGN KEY (contract, payee) REFERENCES settlement.beneficiary,
  UNIQUE (contract, payee, version),
  CHECK (roster = contract || '/' || payee || '/' || version)
);

CREATE TABLE settlement.roster_member (
  roster      text    NOT NULL REFERENCES settlement.roster,
  place       integer NOT NULL,
  member      text    NOT NULL,
  household   text    NOT NULL,
  shares      bigint  NOT NULL CHECK (shares >= 0),
  shown       text    NOT NULL,
  sealed      text    NOT NULL,
  blind_index text    NOT NULL,
  code_hash   text    NOT NULL,
  has_account boolean NOT NULL,
  PRIMARY KEY (roster, member),
  UNIQUE (roster, place),
  -- Nobody is on a roster twice.
  UNIQUE (roster, blind_index)
);
CREATE INDEX roster_member_code ON settlement.roster_member (code_hash);

-- An account that was told after the roster was filed.
CREATE TABLE settlement.member_account (
  contract    text        NOT NULL,
  payee       text        NOT NULL,
  member      text        NOT NULL,
  sealed      text        NOT NULL,
  supplied_by uuid        NOT NULL,
  supplied_at timestamptz NOT NULL,
  PRIMARY KEY (contract, payee, member),
  FOREIGN KEY (contract, payee) REFERENCES settlement.beneficiary
);

-- How the showing of a roster ended: it is fixed, by two persons, or goes back to the collective.
CREATE TABLE settlement.roster_end (
  roster      text        PRIMARY KEY REFERENCES settlement.roster,
  is_fixed    boolean     NOT NULL,
  opinion     text        NOT NULL,
  reviewed_by uuid        NOT NULL,
  ended_by    uuid        NOT NULL,
  ended_at    timestamptz NOT NULL,
  CHECK (NOT is_fixed OR reviewed_by <> ended_by)
);

CREATE TABLE settlement.objection (
  roster    text        NOT NULL REFERENCES settlement.roster,
  number    integer     NOT NULL CHECK (number > 0),
  kind      text        NOT NULL,
  words     text        NOT NULL,
  member    text,
  raised_by uuid,
  raised_at timestamptz NOT NULL,
  PRIMARY KEY (roster, number),
  -- A villager with a code of his own, or an officer who wrote down what somebody said.
  CHECK ((member IS NULL) <> (raised_by IS NULL))
);

CREATE TABLE settlement.objection_end (
  roster     text        NOT NULL,
  number     integer     NOT NULL,
  is_upheld  boolean     NOT NULL,
  answer     text        NOT NULL,
  answered_by uuid       NOT NULL,
  decided_by uuid        NOT NULL,
  decided_at timestamptz NOT NULL,
  PRIMARY KEY (roster, number),
  FOREIGN KEY (roster, number) REFERENCES settlement.objection,
  CHECK (answered_by <> decided_by)
);

-- The members' part of one distribution, split by one fixed roster; its hash stands here, so that a
-- roster of later changes nothing of it.
CREATE TABLE settlement.allotment (
  allotment    text        PRIMARY KEY,
  number       bigint      GENERATED ALWAYS AS IDENTITY UNIQUE,
  distribution text        NOT NULL,
  payee        text        NOT NULL,
  roster       text        NOT NULL REFERENCES settlement.roster,
  roster_hash  text        NOT NULL,
  whole_fen    bigint      NOT NULL CHECK (whole_fen > 0),
  allotted_at  timestamptz NOT NULL,
  FOREIGN KEY (distribution, payee) REFERENCES settlement.distribution_part,
  CHECK (allotment = distribution || '/' || payee)
);

CREATE TABLE settlement.allotment_part (
  allotment  text    NOT NULL REFERENCES settlement.allotment,
  member     text    NOT NULL,
  weight     bigint  NOT NULL CHECK (weight > 0),
  amount_fen bigint  NOT NULL CHECK (amount_fen >= 0),
  carried_in text    NOT NULL CHECK (carried_in ~ '^-?\d+([.]\d+|/\d+)?$'),
  carry      text    NOT NULL CHECK (carry ~ '^-?\d+([.]\d+|/\d+)?$'),
  PRIMARY KEY (allotment, member)
);
