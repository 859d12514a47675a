-- What a distribution does to the ledger, and when it comes too late.

-- Told by the statement that writes it, and not only when the transaction ends. What is found of a year later is
-- shared whenever it is found.
CREATE OR REPLACE FUNCTION settlement.keep_years() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog AS $$
BEGIN
  IF EXISTS (SELECT FROM written
               JOIN settlement.closed_year ON closed_year.year = settlement.calendar_year(written.occasion)
              WHERE written.income = 'REVENUE' AND written.occasion NOT LIKE '%-S%') THEN
    -- A code of its own, by which the exchange knows why it is refused.
    RAISE EXCEPTION 'a closed year is shared no more' USING ERRCODE = 'SE001';
  END IF;
  RETURN NULL;
END
$$;
CREATE OR REPLACE TRIGGER keep_years AFTER INSERT ON settlement.distribution
  REFERENCING NEW TABLE AS written
  FOR EACH STATEMENT EXECUTE FUNCTION settlement.keep_years();

-- The whole leaves the escrow, and each part enters the account of its payee, in the order of the names. It
-- runs with the rights of the owner: nobody else may write a balance.
CREATE OR REPLACE FUNCTION settlement.move_shares() RETURNS trigger LANGUAGE plpgsql
  SECURITY DEFINER SET search_path = pg_catalog
  SET enable_hashjoin = off SET enable_mergejoin = off SET enable_seqscan = off AS $$
DECLARE
  named bigint;
  found bigint;
  shut  boolean;
BEGIN
  WITH moved AS MATERIALIZED (
    SELECT name, sum(fen)::bigint AS fen
      FROM written
      JOIN settlement.contract ON contract.contract = written.contract
     CROSS JOIN LATERAL (
           SELECT trade || ':ESCROW' AS name, -whole_fen AS fen WHERE whole_fen > 0
            UNION ALL
           SELECT trade || ':PAYEE:' || payee, amount_fen
             FROM jsonb_to_recordset(parts) AS part (payee text, amount_fen bigint)
            WHERE amount_fen > 0) entry
     GROUP BY name ORDER BY name
  ), done AS (
    UPDATE settlement.account SET balance_fen = account.balance_fen + moved.fen
      FROM moved WHERE account.name = moved.name
    RETURNING moved.fen > 0 AND account.closed_at IS NOT NULL AS shut
  )
  SELECT (SELECT count(*) FROM moved), count(*), bool_or(done.shut) INTO named, found, shut FROM done;
  IF named <> found THEN
    RAISE EXCEPTION 'a distribution names an account that is not there'
      USING ERRCODE = 'foreign_key_violation';
  END IF;
  IF shut THEN
    RAISE EXCEPTION 'a closed account takes nothing in' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NULL;
END
$$;
REVOKE EXECUTE ON FUNCTION settlement.move_shares() FROM PUBLIC;
CREATE OR REPLACE TRIGGER move_shares AFTER INSERT ON settlement.distribution
  REFERENCING NEW TABLE AS written
  FOR EACH STATEMENT EXECUTE FUNCTION settlement.move_shares();

ALTER TABLE settlement.distribution
  ENABLE ALWAYS TRIGGER keep_years,
  ENABLE ALWAYS TRIGGER move_shares;
