-- Guards of contracts: versions follow each other, instalments make the price, and a report of revenue comes
-- in time.

CREATE OR REPLACE FUNCTION settlement.keep_versions() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog AS $$
BEGIN
  IF NOT coalesce(
       (SELECT NEW.previous = version.number AND NEW.previous_hash = version.terms_hash
               AND NEW.from_year > version.from_year
          FROM (SELECT amendment AS number, terms_hash, from_year
                  FROM settlement.amendment WHERE contract = NEW.contract
                UNION ALL
                SELECT contract, terms_hash, 0 FROM settlement.contract WHERE contract = NEW.contract)
               version
         ORDER BY version.from_year DESC LIMIT 1), false) THEN
    RAISE EXCEPTION '% does not follow the last version of its contract', NEW.amendment
      USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END
$$;
CREATE OR REPLACE TRIGGER keep_versions BEFORE INSERT ON settlement.amendment
  FOR EACH ROW EXECUTE FUNCTION settlement.keep_versions();
ALTER TABLE settlement.amendment ENABLE ALWAYS TRIGGER keep_versions;

-- Instalments are written with the contract, all at once: whoever added one later would make more than the
-- price.
CREATE OR REPLACE FUNCTION settlement.keep_instalments() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog AS $$
BEGIN
  IF EXISTS (SELECT FROM settlement.contract
              WHERE contract IN (SELECT contract FROM written)
                AND (plan_json IS NULL
                     OR price_fen IS DISTINCT FROM
                        (SELECT sum(principal_fen) FROM settlement.instalment due
                          WHERE due.contract = contract.contract))) THEN
    RAISE EXCEPTION 'instalments make the price of their contract' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END
$$;
CREATE OR REPLACE TRIGGER keep_instalments AFTER INSERT ON settlement.instalment
  REFERENCING NEW TABLE AS written
  FOR EACH STATEMENT EXECUTE FUNCTION settlement.keep_instalments();
ALTER TABLE settlement.instalment ENABLE ALWAYS TRIGGER keep_instalments;

-- No report of a year that is closed, but for what is found of it later; and none in the place of one whose money
-- is awaited, or has come in: what moved it into the escrow stays, whatever is written about its sub-account. What
-- is shared already can be supplemented, and nothing else.
CREATE OR REPLACE FUNCTION settlement.keep_reports() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog AS $$
DECLARE
  wrong text;
BEGIN
  IF EXISTS (SELECT FROM written JOIN settlement.closed_year USING (year) WHERE supplement = 0) THEN
    RAISE EXCEPTION 'a closed year is reported no more' USING ERRCODE = 'SE001';
  END IF;
  SELECT format('%s of %s, edition %s', contract, year, edition) INTO wrong
    FROM written
   WHERE edition > 1
     AND NOT EXISTS (SELECT FROM settlement.revenue_report earlier
                       JOIN settlement.sub_account ON sub_account.number = earlier.sub_account
                      WHERE (earlier.contract, earlier.year, earlier.supplement, earlier.edition)
                            = (written.contract, written.year, written.supplement, written.edition - 1)
                        AND sub_account.state = 'CLOSED'
                        AND NOT EXISTS (SELECT FROM settlement.transfer
                                         WHERE business_key = format('revenue/%s/%s', earlier.contract,
                                                                     sub_account.occasion)))
   LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION '% corrects no report that is withdrawn', wrong USING ERRCODE = 'check_violation';
  END IF;
  SELECT format('%s of %s, supplement %s', contract, year, supplement) INTO wrong
    FROM written
   WHERE supplement > 0
     AND NOT EXISTS (SELECT FROM settlement.distribution
                      WHERE distribution = format('%s/REVENUE/%s', contract, year)
                                           || CASE WHEN supplement > 1 THEN format('-S%s', supplement - 1)
                                                   ELSE '' END)
   LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION '% supplements nothing that is shared', wrong USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END
$$;
CREATE OR REPLACE TRIGGER keep_reports AFTER INSERT ON settlement.revenue_report
  REFERENCING NEW TABLE AS written
  FOR EACH STATEMENT EXECUTE FUNCTION settlement.keep_reports();
ALTER TABLE settlement.revenue_report ENABLE ALWAYS TRIGGER keep_reports;
