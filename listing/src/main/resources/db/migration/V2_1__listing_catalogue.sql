-- The catalogue: what can be sold, whose it is, and what appraisers found it worth.
CREATE SCHEMA IF NOT EXISTS listing;

CREATE TABLE listing.product (
  id                 uuid PRIMARY KEY,
  transferor         uuid        NOT NULL,
  name               text        NOT NULL,
  region             text        NOT NULL CHECK (region ~ '^[0-9]{6}$'),
  watershed          text        NOT NULL,
  location           text        NOT NULL,
  kind               text        NOT NULL,
  quantity           numeric     NOT NULL CHECK (quantity > 0),
  unit               text        NOT NULL,
  area_hm2           numeric     NOT NULL CHECK (area_hm2 > 0),
  title_owner        text        NOT NULL,
  title_user         text        NOT NULL,
  title_operator     text        NOT NULL,
  ownership          text        NOT NULL,
  title_certificate  text        NOT NULL,
  standing           text        NOT NULL,
  dispute            text,
  title_judged_by    uuid,
  catalogued_at      timestamptz NOT NULL,
  version            bigint      NOT NULL,
  -- A dispute without its cause could not be settled, and a judgement without a judge not trusted.
  CHECK ((standing = 'DISPUTED') = (dispute IS NOT NULL)),
  CHECK ((standing = 'UNCONFIRMED') = (title_judged_by IS NULL))
);

-- The catalogue is read page by page, the last entered first.
CREATE INDEX product_catalogued ON listing.product (catalogued_at DESC, id DESC);

CREATE TABLE listing.appraisal (
  id             uuid PRIMARY KEY,
  product        uuid        NOT NULL REFERENCES listing.product,
  value_fen      bigint      NOT NULL CHECK (value_fen > 0),
  valued_on      date        NOT NULL,
  method         text        NOT NULL,
  report_number  text        NOT NULL,
  report_sha256  text        NOT NULL CHECK (report_sha256 ~ '^[0-9a-f]{64}$'),
  appraiser      uuid        NOT NULL,
  recorded_by    uuid        NOT NULL,
  recorded_at    timestamptz NOT NULL
);
