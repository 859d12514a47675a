-- Who is signed in. Times here are real, not market time. A refresh token is stored as its hash and
-- taken once; one that is taken twice ends its session, because then two people hold it.
CREATE TABLE identity.session (
  id        uuid        PRIMARY KEY,
  account   uuid        NOT NULL REFERENCES identity.account,
  opened_at timestamptz NOT NULL,
  ends_at   timestamptz NOT NULL,
  ended_at  timestamptz,
  ended_by  text,
  CHECK ((ended_at IS NULL) = (ended_by IS NULL))
);
CREATE INDEX session_ends_at ON identity.session (ends_at);

CREATE TABLE identity.refresh_token (
  hash       bytea       PRIMARY KEY,
  session    uuid        NOT NULL REFERENCES identity.session ON DELETE CASCADE,
  issued_at  timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  spent_at   timestamptz
);
CREATE INDEX refresh_token_session ON identity.refresh_token (session);

-- How often a login was tried in vain, known or not, so that guessing gets slower and slower and
-- tells nothing about which logins there are.
CREATE TABLE identity.sign_in_attempt (
  login    text        PRIMARY KEY,
  attempts integer     NOT NULL,
  open_at  timestamptz NOT NULL
);
CREATE INDEX sign_in_attempt_open_at ON identity.sign_in_attempt (open_at);
