-- The log of everything that has happened in the market. A row is written in the transaction
-- that makes it true; only the marks of handing on are ever changed afterwards.
CREATE TABLE market.outbox (
  id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  story        text        NOT NULL,
  kind         text        NOT NULL,
  body         jsonb       NOT NULL,
  recorded_at  timestamptz NOT NULL,
  handed_on_at timestamptz,
  tries        integer     NOT NULL DEFAULT 0,
  retry_at     timestamptz,
  failure      text
);

-- What waits is few among what was: the relay reads this index alone.
CREATE INDEX outbox_waiting ON market.outbox (story, id) WHERE handed_on_at IS NULL;

-- The public story of one trade is read by its code.
CREATE INDEX outbox_story ON market.outbox (story, id);
