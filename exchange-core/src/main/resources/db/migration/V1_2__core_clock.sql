-- How far the market is ahead of the wall clock. Demonstrations move it forward, and every node and
-- every restart must agree on it; in production it stays zero. One row only, hence the odd key.
CREATE TABLE market.clock (
    id        boolean PRIMARY KEY DEFAULT true CHECK (id),
    offset_ms bigint  NOT NULL CHECK (offset_ms >= 0)
);
INSERT INTO market.clock (offset_ms) VALUES (0);
