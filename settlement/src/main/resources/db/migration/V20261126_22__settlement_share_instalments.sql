-- What has come in for an instalment: nothing, or all of it. The deposit is a part of the first.
CREATE FUNCTION settlement.instalment_in(shared text, wanted integer) RETURNS bigint LANGUAGE sql STABLE
RETURN (SELECT due.principal_fen + due.interest_fen
          FROM settlement.instalment due
          JOIN settlement.contract USING (contract)
          LEFT JOIN settlement.sub_account account
                 ON account.trade = contract.trade AND account.contract = due.contract
                    AND account.purpose = 'INSTALMENT' AND account.year = due.number
                    AND account.state = 'RECEIVED'
         WHERE due.contract = shared AND due.number = wanted
           AND due.principal_fen + due.interest_fen
               = coalesce(account.expected_fen, 0)
                 + CASE WHEN due.number = 1 THEN contract.deposit_fen ELSE 0 END);

-- Instalments are parts of the price: they are shared as was first agreed, whatever the year.
CREATE OR REPLACE FUNCTION settlement.hash_in_force(shared text, first_hash text, income text, year integer)
  RETURNS text LANGUAGE sql STABLE
RETURN coalesce((SELECT amendment.terms_hash FROM settlement.amendment
                  WHERE amendment.contract = shared AND income NOT IN ('PRICE', 'INSTALMENT')
                    AND amendment.from_year <= year
                  ORDER BY amendment.from_year DESC LIMIT 1),
                first_hash);

-- A price in instalments is shared by them alone.
CREATE OR REPLACE FUNCTION settlement.keep_whole() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog AS $$
DECLARE
  income_fen bigint;
  parts_fen  bigint;
  left_fen   bigint;
BEGIN
  SELECT CASE NEW.income WHEN 'PRICE' THEN
                           CASE WHEN contract.plan_json IS NULL THEN contract.price_fen END
                         WHEN 'INSTALMENT' THEN settlement.instalment_in(NEW.contract, NEW.year)
                         WHEN 'PENALTY' THEN
                           (SELECT expected_fen FROM settlement.sub_account penalty
                             WHERE penalty.trade = contract.trade AND penalty.contract = NEW.contract
                               AND penalty.year = NEW.year AND penalty.purpose = 'PENALTY'
                               AND penalty.state = 'RECEIVED')
                         ELSE report.revenue_fen END,
         (SELECT coalesce(sum(amount_fen), 0)
            FROM settlement.distribution_part WHERE distribution = NEW.distribution),
         (SELECT coalesce(sum(amount_fen), 0)
            FROM settlement.transfer WHERE distribution = NEW.distribution)
    INTO income_fen, parts_fen, left_fen
    FROM settlement.contract
    LEFT JOIN settlement.revenue_report report
           ON report.contract = contract.contract AND report.year = NEW.year
   WHERE contract.contract = NEW.contract
     AND NEW.terms_hash = settlement.hash_in_force(contract.contract, contract.terms_hash,
                                                   NEW.income, NEW.year);
  IF (NEW.whole_fen, NEW.whole_fen, NEW.whole_fen)
     IS DISTINCT FROM (income_fen, parts_fen, left_fen) THEN
    RAISE EXCEPTION '%: income %, whole %, parts %, paid %',
      NEW.distribution, income_fen, NEW.whole_fen, parts_fen, left_fen
      USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END
$$;
