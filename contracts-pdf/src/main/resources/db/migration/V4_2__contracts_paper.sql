-- Papers, of contracts and of what the centre issues. They are a hundred times as large as their rows and
-- are seldom read, so they stand apart.
CREATE TABLE contracts.paper (
  number  text PRIMARY KEY,
  body    bytea NOT NULL
);

-- Papers that the centre issues under its seal alone are made once and kept: what was published must
-- stay as it was (R-DIS-16). By number and hash anybody can ask whether a paper is known.
CREATE TABLE contracts.issued (
  number     text PRIMARY KEY REFERENCES contracts.paper DEFERRABLE INITIALLY DEFERRED,
  kind       text        NOT NULL,
  trade      text        NOT NULL,
  hash       text        NOT NULL CHECK (hash ~ '^[0-9a-f]{64}$'),
  issued_at  timestamptz NOT NULL
);
