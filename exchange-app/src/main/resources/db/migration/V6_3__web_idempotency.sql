-- Requests that callers may send again: each is known by who sends it and what the sender calls it.
-- Without a status it is being worked on, or was refused and may be tried again (claimed_at null).
CREATE SCHEMA IF NOT EXISTS web;

CREATE TABLE web.idempotency (
  account     uuid        NOT NULL,
  key         text        NOT NULL,
  address     text        NOT NULL,
  body_sha256 bytea       NOT NULL,
  created_at  timestamptz NOT NULL,
  claimed_at  timestamptz,
  status      integer,
  body        text,
  location    text,
  PRIMARY KEY (account, key),
  CHECK ((status IS NULL) = (body IS NULL))
);

-- Old rows are found and swept by their age.
CREATE INDEX idempotency_created_at ON web.idempotency (created_at);
