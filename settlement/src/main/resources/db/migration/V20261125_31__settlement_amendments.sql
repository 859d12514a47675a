-- An amendment changes by which terms the incomes of coming years are shared. It is chained by hash to
-- the version before, and as all here it is written once. An income is shared by the version that is
-- in force in its year; the price belongs to no year, and is shared as was first agreed.
CREATE TABLE settlement.amendment (
  amendment     text    PRIMARY KEY,
  contract      text    NOT NULL REFERENCES settlement.contract,
  previous      text    NOT NULL,
  previous_hash text    NOT NULL,
  from_year     integer NOT NULL CHECK (from_year > 0),
  -- The text and not jsonb: the hash is of these very characters.
  terms_json    text    NOT NULL,
  terms_hash    text    NOT NULL
    CHECK (terms_hash = encode(sha256(convert_to(terms_json, 'UTF8')), 'hex')),
  UNIQUE (contract, from_year),
  UNIQUE (contract, previous),
  CHECK (amendment <> contract AND amendment <> previous)
);

CREATE FUNCTION settlement.keep_versions() RETURNS trigger LANGUAGE plpgsql
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
CREATE TRIGGER keep_versions BEFORE INSERT ON settlement.amendment
  FOR EACH ROW EXECUTE FUNCTION settlement.keep_versions();
ALTER TABLE settlement.amendment ENABLE ALWAYS TRIGGER keep_versions;

-- The hash of the terms by which an income is shared.
CREATE FUNCTION settlement.hash_in_force(shared text, first_hash text, income text, year integer)
  RETURNS text LANGUAGE sql STABLE
RETURN coalesce((SELECT amendment.terms_hash FROM settlement.amendment
                  WHERE amendment.contract = shared AND income <> 'PRICE'
                    AND amendment.from_year <= year
                  ORDER BY amendment.from_year DESC LIMIT 1),
                first_hash);

CREATE OR REPLACE FUNCTION settlement.keep_escrow() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog
  SET enable_hashjoin = off SET enable_mergejoin = off SET enable_seqscan = off AS $$
BEGIN
  IF EXISTS (SELECT FROM written
               JOIN settlement.account debit ON debit.name = written.debit
               JOIN settlement.account credit ON credit.name = written.credit
              WHERE (written.debit LIKE '%:ESCROW' OR written.code = 'DISTRIBUTION'
                     OR written.distribution IS NOT NULL)
                AND (debit.purpose = 'ESCROW' OR written.code = 'DISTRIBUTION'
                     OR written.distribution IS NOT NULL)
                AND NOT (debit.purpose = 'ESCROW'
                         AND written.phase = 'POSTED' AND written.pending IS NULL
                         AND EXISTS (SELECT FROM settlement.distribution
                                       JOIN settlement.contract USING (contract)
                                       JOIN settlement.distribution_part part USING (distribution)
                                      WHERE distribution.distribution = written.distribution
                                        AND distribution.terms_hash
                                            = settlement.hash_in_force(
                                                contract.contract, contract.terms_hash,
                                                distribution.income, distribution.year)
                                        AND contract.trade = debit.story
                                        AND credit.story = debit.story
                                        AND credit.purpose = 'PAYEE'
                                        AND credit.owner = part.payee
                                        AND part.amount_fen = written.amount_fen))) THEN
    RAISE EXCEPTION 'an escrow pays only what a distribution by the terms of its contract gives'
      USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NULL;
END
$$;

-- What came in, what its clauses give and what has left the escrow is one amount; a penalty is shared
-- whole, as what came in for it.
CREATE OR REPLACE FUNCTION settlement.keep_whole() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog AS $$
DECLARE
  income_fen bigint;
  parts_fen  bigint;
  left_fen   bigint;
BEGIN
  SELECT CASE NEW.income WHEN 'PRICE' THEN contract.price_fen
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

CALL settlement.let_rows_only_be_added('settlement.amendment');
