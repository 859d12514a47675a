-- An operator may correct the report of a year until its money has come in: every edition stays, and the
-- last one holds.

ALTER TABLE settlement.revenue_report
  ADD COLUMN edition integer NOT NULL DEFAULT 1 CHECK (edition > 0),
  DROP CONSTRAINT revenue_report_pkey,
  ADD PRIMARY KEY (contract, year, edition);
ALTER TABLE settlement.revenue_report ALTER COLUMN edition DROP DEFAULT;

-- No report of a year that is closed; and none in the place of one whose money is awaited, or has come in:
-- what moved it into the escrow stays, whatever is written about its sub-account.
CREATE OR REPLACE FUNCTION settlement.keep_reports() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog AS $$
DECLARE
  wrong text;
BEGIN
  IF EXISTS (SELECT FROM written JOIN settlement.closed_year USING (year)) THEN
    RAISE EXCEPTION 'a closed year is reported no more' USING ERRCODE = 'SE001';
  END IF;
  SELECT format('%s of %s, edition %s', contract, year, edition) INTO wrong
    FROM written
   WHERE edition > 1
     AND NOT EXISTS (SELECT FROM settlement.revenue_report earlier
                       JOIN settlement.sub_account ON sub_account.number = earlier.sub_account
                      WHERE (earlier.contract, earlier.year, earlier.edition)
                            = (written.contract, written.year, written.edition - 1)
                        AND sub_account.state = 'CLOSED'
                        AND NOT EXISTS (SELECT FROM settlement.transfer
                                         WHERE business_key = format('revenue/%s/%s', earlier.contract,
                                                                     earlier.year)))
   LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION '% corrects no report that is withdrawn', wrong USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END
$$;
