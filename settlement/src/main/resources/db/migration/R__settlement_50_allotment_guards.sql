-- Guards of allotments: an account of a member takes in only what an allotment gives, and only payouts leave
-- it.

-- The names of these accounts tell what they are, so most transfers need no further look.
CREATE OR REPLACE FUNCTION settlement.keep_members() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog
  SET enable_hashjoin = off SET enable_mergejoin = off SET enable_seqscan = off AS $$
BEGIN
  IF EXISTS (SELECT FROM written
              WHERE (written.code = 'ALLOTMENT' OR written.credit LIKE '%:MEMBER:%')
                -- What could not be paid out comes back.
                AND written.debit <> split_part(written.credit, ':', 1) || ':PAYOUT'
                AND NOT (written.phase = 'POSTED' AND written.pending IS NULL
                         AND EXISTS (SELECT FROM settlement.allotment_part part
                                       JOIN settlement.allotment USING (allotment)
                                       JOIN settlement.roster USING (roster)
                                       JOIN settlement.contract ON contract.contract = roster.contract
                                      WHERE written.business_key = 'allot/' || part.allotment || '/' || part.member
                                        AND written.amount_fen = part.amount_fen
                                        AND written.debit = contract.trade || ':PAYEE:' || roster.payee
                                        AND written.credit = roster.contract || '/' || roster.payee
                                                             || ':MEMBER:' || part.member)))
     OR EXISTS (SELECT FROM written
                 WHERE written.debit LIKE '%:MEMBER:%'
                   AND NOT (written.code = 'PAYOUT'
                            AND written.credit = split_part(written.debit, ':', 1) || ':PAYOUT')) THEN
    RAISE EXCEPTION 'a member is given what an allotment gives, and nobody else takes it'
      USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NULL;
END
$$;
CREATE OR REPLACE TRIGGER a_keep_members AFTER INSERT ON settlement.transfer
  REFERENCING NEW TABLE AS written
  FOR EACH STATEMENT EXECUTE FUNCTION settlement.keep_members();
ALTER TABLE settlement.transfer ENABLE ALWAYS TRIGGER a_keep_members;

-- When the transaction ends: the roster was fixed with this hash, and what the clauses gave, the parts,
-- and what the members have got are the same amount.
CREATE OR REPLACE FUNCTION settlement.keep_allotment() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog AS $$
DECLARE
  given_fen bigint;
  parts_fen bigint;
  moved_fen bigint;
  is_fixed  boolean;
BEGIN
  SELECT part.amount_fen INTO given_fen FROM settlement.distribution_part part
   WHERE (part.distribution, part.payee, part.principle) = (NEW.distribution, NEW.payee, 'VILLAGERS');
  SELECT sum(part.amount_fen), sum(transfer.amount_fen) INTO parts_fen, moved_fen
    FROM settlement.allotment_part part
    LEFT JOIN settlement.transfer
           ON transfer.business_key = 'allot/' || part.allotment || '/' || part.member
   WHERE part.allotment = NEW.allotment;
  SELECT ended.is_fixed INTO is_fixed
    FROM settlement.roster JOIN settlement.roster_end ended USING (roster)
   WHERE roster.roster = NEW.roster AND roster.hash = NEW.roster_hash AND roster.payee = NEW.payee
     AND NEW.distribution LIKE roster.contract || '/%';
  IF is_fixed IS NOT TRUE
     OR (NEW.whole_fen, NEW.whole_fen, NEW.whole_fen) IS DISTINCT FROM (given_fen, parts_fen, moved_fen) THEN
    RAISE EXCEPTION '%: given %, whole %, parts %, moved %, roster fixed %',
      NEW.allotment, given_fen, NEW.whole_fen, parts_fen, moved_fen, is_fixed
      USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END
$$;
DROP TRIGGER IF EXISTS keep_allotment ON settlement.allotment;
CREATE CONSTRAINT TRIGGER keep_allotment AFTER INSERT ON settlement.allotment
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION settlement.keep_allotment();
ALTER TABLE settlement.allotment ENABLE ALWAYS TRIGGER keep_allotment;

-- An allotment gets no further parts once it is written.
CREATE OR REPLACE FUNCTION settlement.keep_allotted() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog AS $$
BEGIN
  IF EXISTS (SELECT FROM written JOIN settlement.allotment USING (allotment)
              WHERE allotment.xmin <> pg_current_xact_id()::xid) THEN
    RAISE EXCEPTION 'an allotment that was made gets no further parts' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NULL;
END
$$;
CREATE OR REPLACE TRIGGER keep_allotted AFTER INSERT ON settlement.allotment_part
  REFERENCING NEW TABLE AS written
  FOR EACH STATEMENT EXECUTE FUNCTION settlement.keep_allotted();
ALTER TABLE settlement.allotment_part ENABLE ALWAYS TRIGGER keep_allotted;
