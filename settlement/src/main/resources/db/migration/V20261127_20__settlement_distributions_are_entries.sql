-- A distribution is itself the entry of the ledger by which an income leaves its escrow: one debit, and a
-- credit for every part of it (docs/adr/0036). Its shares are no rows of their own any more, so there is
-- nothing beside the record of a distribution that could say otherwise.

-- The journal has one order: an entry of either kind takes the next number.
ALTER TABLE settlement.distribution
  DISABLE TRIGGER append_only,
  ALTER COLUMN number DROP IDENTITY;
UPDATE settlement.distribution
   SET number = coalesce((SELECT min(share.number) FROM settlement.transfer share
                           WHERE share.distribution = distribution.distribution),
                         (SELECT max(before.number) FROM settlement.transfer before
                           WHERE before.recorded_at <= distributed_at),
                         0);
ALTER TABLE settlement.distribution
  ENABLE ALWAYS TRIGGER append_only,
  ALTER COLUMN number SET DEFAULT nextval('settlement.transfer_number_seq');

-- Nobody chooses his place in the journal.
DO $$
DECLARE
  role regrole;
BEGIN
  FOR role IN SELECT DISTINCT grantee FROM pg_class, aclexplode(relacl)
               WHERE pg_class.oid = 'settlement.distribution'::regclass AND grantee NOT IN (0, relowner)
  LOOP
    EXECUTE format('REVOKE INSERT ON settlement.distribution FROM %s', role);
    EXECUTE format('GRANT INSERT (distribution, contract, income, year, whole_fen, terms_hash, erosion, parts,
                                  distributed_at) ON settlement.distribution TO %s', role);
  END LOOP;
END
$$;

ALTER TABLE settlement.transfer DISABLE TRIGGER append_only;
DELETE FROM settlement.transfer WHERE distribution IS NOT NULL;
DROP TRIGGER a_keep_escrow ON settlement.transfer;
DROP FUNCTION settlement.keep_escrow();
ALTER TABLE settlement.transfer
  ENABLE ALWAYS TRIGGER append_only,
  DROP COLUMN distribution,
  ADD CONSTRAINT an_escrow_pays_only_what_a_distribution_gives
      CHECK (debit NOT LIKE '%:ESCROW' AND code <> 'DISTRIBUTION' AND business_key NOT LIKE 'share/%');

-- What every part of a distribution moves, as if it were a transfer.
CREATE VIEW settlement.share AS
SELECT contract.trade, shared.number, part.place,
       'share/' || shared.distribution || '/' || part.payee AS business_key,
       contract.trade || ':ESCROW' AS debit, contract.trade || ':PAYEE:' || part.payee AS credit,
       part.amount_fen, 'DISTRIBUTION' AS code, 'POSTED' AS phase, NULL::text AS pending,
       NULL::timestamptz AS expires_at, NULL::text AS corrects,
       shared.distributed_at AS event_at, shared.distributed_at AS recorded_at
  FROM settlement.distribution shared
  JOIN settlement.contract USING (contract)
 CROSS JOIN LATERAL ROWS FROM (jsonb_to_recordset(shared.parts) AS (payee text, amount_fen bigint))
            WITH ORDINALITY AS part (payee, amount_fen, place)
 WHERE part.amount_fen > 0;

-- All entries of the ledger. The shares of one distribution have one number, and places in it.
CREATE VIEW settlement.journal AS
SELECT number, 0 AS place, business_key, debit, credit, amount_fen, code, phase, pending, expires_at, corrects,
       event_at, recorded_at
  FROM settlement.transfer
UNION ALL
SELECT number, place, business_key, debit, credit, amount_fen, code, phase, pending, expires_at, corrects,
       event_at, recorded_at
  FROM settlement.share;

CREATE OR REPLACE VIEW settlement.books AS
SELECT account.name,
       account.balance_fen,
       account.held_fen,
       coalesce(moved.balance_fen, 0) AS moved_fen,
       coalesce(moved.held_fen, 0)    AS pending_fen,
       account.purpose = 'BANK' OR account.balance_fen >= account.held_fen AS has_enough
  FROM settlement.account
  LEFT JOIN (SELECT name, sum(balance_fen) AS balance_fen, sum(held_fen) AS held_fen
               FROM (SELECT credit AS name, amount_fen AS balance_fen, 0 AS held_fen
                       FROM settlement.journal WHERE phase = 'POSTED'
                     UNION ALL
                     SELECT debit, -amount_fen, 0
                       FROM settlement.journal WHERE phase = 'POSTED'
                     UNION ALL
                     SELECT held.debit, 0, held.amount_fen
                       FROM settlement.transfer held
                      WHERE held.phase = 'PENDING'
                        AND NOT EXISTS (SELECT FROM settlement.transfer resolution
                                         WHERE resolution.pending = held.business_key)) entry
              GROUP BY name) moved ON moved.name = account.name;
CALL settlement.let_rows_only_be_added('settlement.share', 'settlement.journal', 'settlement.books');

DROP TRIGGER post_shares ON settlement.distribution;
DROP FUNCTION settlement.post_shares();

-- The whole leaves the escrow, and each part enters the account of its payee, in the order of the names. It
-- runs with the rights of the owner: nobody else may write a balance.
CREATE FUNCTION settlement.move_shares() RETURNS trigger LANGUAGE plpgsql
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

CREATE TRIGGER move_shares AFTER INSERT ON settlement.distribution
  REFERENCING NEW TABLE AS written
  FOR EACH STATEMENT EXECUTE FUNCTION settlement.move_shares();
ALTER TABLE settlement.distribution ENABLE ALWAYS TRIGGER move_shares;
