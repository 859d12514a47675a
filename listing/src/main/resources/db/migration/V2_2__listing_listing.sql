-- Listings, and the numbers of their trade codes.

-- How many trade codes each day has given out. The row is locked until the listing is written, so
-- that no two nodes give the same number; a number that is rolled back is given to the next.
CREATE TABLE listing.trade_number (
  day         date PRIMARY KEY,
  last_number integer NOT NULL
);

-- One row for the whole life of a listing; what has not happened yet is null.
CREATE TABLE listing.listing (
  trade                  text PRIMARY KEY,
  request                uuid        NOT NULL UNIQUE,
  drafted_as             uuid        NOT NULL,
  drafted_at             timestamptz NOT NULL,
  product                uuid        NOT NULL REFERENCES listing.product,
  transferor             uuid        NOT NULL,
  -- No reference: a draft may name an appraisal that is recorded later.
  appraisal              uuid        NOT NULL,
  right_granted          text        NOT NULL,
  term_years             integer     NOT NULL,
  permitted_use          text        NOT NULL,
  reserve_fen            bigint      NOT NULL,
  increment_fen          bigint      NOT NULL,
  deposit_fen            bigint      NOT NULL,
  decision               text        NOT NULL,
  -- The canonical text: its bytes are hashed, so no type that reorders them.
  terms                  text        NOT NULL,
  conditions             text[]      NOT NULL,
  state                  text        NOT NULL,
  submitted_by           uuid,
  round                  integer     NOT NULL,
  opinion                text,
  disclosed_at           timestamptz,
  rule_edition           text,
  applications_close_at  timestamptz,
  deposits_due_at        timestamptz,
  opens_at               timestamptz,
  closes_at              timestamptz,
  calendar_final         boolean,
  reviewed_by            uuid,
  approved_by            uuid,
  winner                 uuid,
  price_fen              bigint,
  unsold_cause           text,
  version                bigint      NOT NULL,
  -- How the right is sold: the components of a record, as JSON.
  how                    text        NOT NULL,
  approval               text,
  -- The earlier listing of a right that found no buyer and is offered again. No reference: a draft may
  -- name what is refused only when it is submitted.
  relist_of              text,
  attempt                integer,
  first_disclosed_at     timestamptz,
  -- A part of the offer, and frozen with it; null for a price that is paid at once.
  payment_plan           text,
  -- Four eyes hold even against a fault of the program.
  CHECK (reviewed_by <> approved_by AND reviewed_by <> submitted_by AND approved_by <> submitted_by),
  CHECK ((disclosed_at IS NULL) = (state IN ('DRAFT', 'SUBMITTED', 'RETURNED'))),
  CHECK ((attempt IS NULL) = (disclosed_at IS NULL)),
  CHECK ((first_disclosed_at IS NULL) = (disclosed_at IS NULL))
);

-- A product is sold once: the second of two submissions at the same moment fails here, is judged
-- again, and is refused.
CREATE UNIQUE INDEX listing_in_trade ON listing.listing (product)
  WHERE state IN ('SUBMITTED', 'DISCLOSED', 'AWARDED', 'CERTIFIED');

-- Attempts follow one another: a listing is offered again once.
CREATE UNIQUE INDEX listing_relisted ON listing.listing (relist_of)
  WHERE relist_of IS NOT NULL AND disclosed_at IS NOT NULL;

-- The public list and the list of each transferor are read page by page, the newest first.
CREATE INDEX listing_disclosed ON listing.listing (disclosed_at DESC, trade DESC)
  WHERE disclosed_at IS NOT NULL;
CREATE INDEX listing_transferor ON listing.listing (transferor, drafted_at DESC, trade DESC);
