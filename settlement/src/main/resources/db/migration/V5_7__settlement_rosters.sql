-- Rosters: who of a village is paid, what was objected, and to which accounts.
-- No name, number or account of a person is kept here in clear: what identifies somebody comes sealed,
-- and only its sealed form, a blind index and the hash of a personal code are stored.

-- Which collective a payee of a contract is: named by one person, with the reason, and it counts when another
-- has confirmed it. The last naming that was confirmed counts, by the view beneficiary.
CREATE TABLE settlement.naming (
  contract text        NOT NULL REFERENCES settlement.contract,
  payee    text        NOT NULL,
  number   integer     NOT NULL CHECK (number > 0),
  party    uuid        NOT NULL,
  name     text        NOT NULL,
  reason   text        NOT NULL,
  named_by uuid        NOT NULL,
  named_at timestamptz NOT NULL,
  PRIMARY KEY (contract, payee, number),
  UNIQUE (contract, payee, number, named_by)
);
CREATE INDEX naming_party ON settlement.naming (party, contract, payee);

CREATE TABLE settlement.naming_end (
  contract     text        NOT NULL,
  payee        text        NOT NULL,
  number       integer     NOT NULL,
  named_by     uuid        NOT NULL,
  is_confirmed boolean     NOT NULL,
  opinion      text        NOT NULL,
  decided_by   uuid        NOT NULL,
  decided_at   timestamptz NOT NULL,
  PRIMARY KEY (contract, payee, number),
  FOREIGN KEY (contract, payee, number, named_by)
    REFERENCES settlement.naming (contract, payee, number, named_by),
  -- Nobody decides alone who is paid.
  CHECK (decided_by <> named_by)
);

CREATE TABLE settlement.roster (
  roster            text        PRIMARY KEY,
  contract          text        NOT NULL,
  payee             text        NOT NULL,
  version           integer     NOT NULL CHECK (version > 0),
  -- The naming by which its collective has filed it. It counts as long as that naming does.
  naming            integer     NOT NULL,
  rule              text        NOT NULL CHECK (rule IN ('PER_HEAD', 'BY_SHARES', 'PER_HOUSEHOLD')),
  record_date       date        NOT NULL,
  resolution        text        NOT NULL,
  hash              text        NOT NULL CHECK (hash ~ '^[0-9a-f]{64}$'),
  filed_by          uuid        NOT NULL,
  filed_at          timestamptz NOT NULL,
  objections_end_at timestamptz NOT NULL,
  FOREIGN KEY (contract, payee, naming) REFERENCES settlement.naming_end,
  UNIQUE (contract, payee, version),
  CHECK (roster = contract || '/' || payee || '/' || version)
);
CREATE INDEX roster_story ON settlement.roster ((contract || '/' || payee));

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
  PRIMARY KEY (roster, member),
  UNIQUE (roster, place),
  -- Nobody is on a roster twice.
  UNIQUE (roster, blind_index)
);
CREATE INDEX roster_member_code ON settlement.roster_member (code_hash);

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
  roster      text        NOT NULL,
  number      integer     NOT NULL,
  is_upheld   boolean     NOT NULL,
  answer      text        NOT NULL,
  answered_by uuid        NOT NULL,
  decided_by  uuid        NOT NULL,
  decided_at  timestamptz NOT NULL,
  PRIMARY KEY (roster, number),
  FOREIGN KEY (roster, number) REFERENCES settlement.objection,
  CHECK (answered_by <> decided_by)
);

-- Where the members of collectives are paid. The account stands here sealed; what is kept in clear is
-- masked, and the database takes nothing else. Told on a roster it counts when that is fixed, told
-- afterwards it counts at once, and the last one counts. It belongs to the person and not to the number
-- on the roster: whoever follows somebody under a number is not paid to that other's account.
CREATE TABLE settlement.person_account (
  number   bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  contract text        NOT NULL REFERENCES settlement.contract,
  payee    text        NOT NULL,
  person   text        NOT NULL,
  roster   text        REFERENCES settlement.roster,
  holder   text        NOT NULL CHECK (holder ~ '^.[*]*$'),
  account  text        NOT NULL CHECK (account ~ '^[*]+[0-9A-Z]{1,4}$'),
  bank     text        NOT NULL,
  -- The same for the same account of the same list, so that it is known without being opened.
  mark     text        NOT NULL,
  sealed   text        NOT NULL,
  told_by  uuid        NOT NULL,
  told_at  timestamptz NOT NULL
);
CREATE INDEX person_account_person ON settlement.person_account (contract, payee, person, number);
