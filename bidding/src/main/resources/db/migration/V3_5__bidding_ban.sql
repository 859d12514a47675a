-- The ban list: decisions of authorities that keep a subject away for a time. It stands here because
-- bidding acts on it, at the application, at the admission and before the contract. An entry is
-- never changed or removed; its revocation is added to it.
CREATE TABLE bidding.ban (
  number          bigint      GENERATED ALWAYS AS IDENTITY, -- the order in which lists are read
  id              uuid        PRIMARY KEY,
  party           uuid,
  name            text        NOT NULL,
  code            text        NOT NULL, -- the credit code; of a person only the masked number
  type            text        NOT NULL,
  role            text        NOT NULL,
  reason          text        NOT NULL,
  decided_on      date        NOT NULL,
  from_day        date        NOT NULL CHECK (from_day >= decided_on),
  until_day       date        CHECK (until_day >= from_day),
  authority       text        NOT NULL,
  document        text        NOT NULL,
  acts            text[]      NOT NULL CHECK (cardinality(acts) > 0),
  scope           text        NOT NULL CHECK (scope IN ('PUBLIC', 'OFFICES')),
  entered_by      uuid        NOT NULL,
  entered_at      timestamptz NOT NULL,
  revoked_for     text,
  revoked_because text,
  revoked_by      uuid,
  revoked_at      timestamptz,
  CHECK (num_nonnulls(revoked_for, revoked_because, revoked_by, revoked_at) IN (0, 4))
);

CREATE INDEX ban_party ON bidding.ban (party);
CREATE INDEX ban_code ON bidding.ban (code);
CREATE UNIQUE INDEX ban_number ON bidding.ban (number);
