-- Who takes part in the market. A body is known by its credit code; a person by the citizen number,
-- which is personal information (PIPL art. 28) and therefore kept sealed, with a blind index that
-- finds the same number again without telling it.
CREATE SCHEMA IF NOT EXISTS identity;

CREATE TABLE identity.party (
  id             uuid        PRIMARY KEY,
  kind           text        NOT NULL,
  name           text        NOT NULL,
  credit_code    text        UNIQUE,
  citizen_sealed bytea,
  citizen_index  bytea       UNIQUE,
  registered_at  timestamptz NOT NULL,
  CHECK ((kind = 'INDIVIDUAL') = (credit_code IS NULL)),
  CHECK ((kind = 'INDIVIDUAL') = (citizen_sealed IS NOT NULL AND citizen_index IS NOT NULL))
);

-- A person who signs in, always for one party. Logins are kept in small letters.
CREATE TABLE identity.account (
  id            uuid        PRIMARY KEY,
  party         uuid        NOT NULL REFERENCES identity.party,
  login         text        NOT NULL UNIQUE CHECK (login = lower(login)),
  password_hash text        NOT NULL,
  roles         text[]      NOT NULL CHECK (cardinality(roles) > 0),
  opened_at     timestamptz NOT NULL
);
