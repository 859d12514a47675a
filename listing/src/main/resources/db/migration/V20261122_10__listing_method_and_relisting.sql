-- How a right is sold is told whole, as the components of its record: until now it was always rising
-- bids in the open, and the quiet time was all there was to tell.
ALTER TABLE listing.listing ADD COLUMN how text;
UPDATE listing.listing
   SET how = json_build_object('kind', 'English',
                               'quietTime', 'PT' || coalesce(quiet_seconds, 300) || 'S',
                               'overtimeMax', NULL)::text;
ALTER TABLE listing.listing ALTER COLUMN how SET NOT NULL;
ALTER TABLE listing.listing DROP COLUMN method, DROP COLUMN quiet_seconds;

-- A right that found no buyer may be offered again: the new listing names the earlier one, and counts.
ALTER TABLE listing.listing
  ADD COLUMN approval           text,
  -- No reference: a draft may name what is refused only when it is submitted.
  ADD COLUMN relist_of          text,
  ADD COLUMN attempt            integer,
  ADD COLUMN first_disclosed_at timestamptz;
UPDATE listing.listing
   SET attempt = 1, first_disclosed_at = disclosed_at
 WHERE disclosed_at IS NOT NULL;
ALTER TABLE listing.listing
  ADD CHECK ((attempt IS NULL) = (disclosed_at IS NULL)),
  ADD CHECK ((first_disclosed_at IS NULL) = (disclosed_at IS NULL));

-- Attempts form one row: what was offered again once is not offered again beside it.
CREATE UNIQUE INDEX listing_relisted ON listing.listing (relist_of)
  WHERE relist_of IS NOT NULL AND disclosed_at IS NOT NULL;
