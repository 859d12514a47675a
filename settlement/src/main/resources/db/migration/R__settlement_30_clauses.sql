-- The clauses, computed by the database itself: what a distribution gives to each payee is what the terms in
-- force give, to the fen that rounding may move, whoever writes it. It walks the same steps as the exchange
-- does, written once more in another language, so that a mistake of one is seen by the other (docs/adr/0037).

-- An exact number as it is written, '0.25' or '1/3', with thirty places of its fraction. What is not told is
-- nothing.
CREATE OR REPLACE FUNCTION settlement.exact(number text) RETURNS numeric LANGUAGE sql IMMUTABLE
RETURN CASE WHEN number IS NULL THEN 0
            WHEN number LIKE '%/%'
            THEN split_part(number, '/', 1)::numeric(80, 30) / split_part(number, '/', 2)::numeric
            ELSE number::numeric END;

-- The steps by which an income is shared: its own, or those of the kind that it is like; a penalty of a pure
-- sale, which has no revenue, like the price.
CREATE OR REPLACE FUNCTION settlement.steps_of(income text, terms jsonb) RETURNS jsonb LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
  kind  text;
  steps jsonb;
  sale  jsonb;
BEGIN
  FOR place IN 0 .. coalesce(jsonb_array_length(terms -> 'waterfalls'), 0) - 1 LOOP
    kind := terms -> 'waterfalls' -> place ->> 'income';
    IF kind = income
       OR steps IS NULL AND (income, kind) IN (('INSTALMENT', 'PRICE'), ('PENALTY', 'REVENUE')) THEN
      steps := terms -> 'waterfalls' -> place -> 'steps';
    ELSIF income = 'PENALTY' AND kind = 'PRICE' THEN
      sale := terms -> 'waterfalls' -> place -> 'steps';
    END IF;
  END LOOP;
  RETURN coalesce(steps, sale);
END
$$;

-- What the bands of an income give, each its part.
CREATE OR REPLACE FUNCTION settlement.of_each_band(bands jsonb, whole numeric) RETURNS numeric LANGUAGE sql IMMUTABLE
RETURN (SELECT sum(greatest(0, least(whole, next) - start) * ppm * 0.000001)
          FROM (SELECT (band ->> 'ppm')::numeric AS ppm, (band ->> 'from')::numeric * 100 AS start,
                       lead((band ->> 'from')::numeric * 100) OVER (ORDER BY place) AS next
                  FROM jsonb_array_elements(bands) WITH ORDINALITY AS told (band, place)) bounds);

-- Leads an income through the steps of a waterfall, in fen and parts of them. 'given' is what each payee
-- gets; 'owed' what pledgees are owed still; 'recouped' what each has recovered towards its sum. A step that it
-- does not know, or not all of, is refused: it must not be read as another. Every Measure and Taker of the exchange
-- stands here; KnowingEveryStepTest holds them against each other.
CREATE OR REPLACE FUNCTION settlement.walk(steps jsonb, whole numeric, erosion integer,
                                           INOUT given jsonb, INOUT owed jsonb, INOUT recouped jsonb)
LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
  fields CONSTANT text[] := '{step,payee,name,roster,until,steps,least,most}';
  rest   numeric := whole;
  place  integer := 0;
  step   jsonb;
  kind   text;
  told   text[];
  payee  text;
  within jsonb;
  taker  text;
  part   numeric;
  taken  numeric;
BEGIN
  LOOP
    step := steps -> place;
    EXIT WHEN step IS NULL;
    place := place + 1;
    kind := step ->> 'step';
    payee := step ->> 'payee';
    within := step -> 'steps';
    taker := CASE WHEN within IS NULL THEN CASE WHEN payee IS NOT NULL THEN 'one' END
                  WHEN payee IS NOT NULL THEN CASE WHEN step ? 'until' THEN 'recoup' END
                  WHEN step ? 'roster' THEN 'collective'
                  ELSE 'group' END;
    part := CASE kind
              WHEN 'percent' THEN whole * (step ->> 'ppm')::numeric * 0.000001
              WHEN 'group' THEN whole * (step ->> 'ppm')::numeric * 0.000001
              WHEN 'remainder' THEN rest
              WHEN 'fixed' THEN (step ->> 'amount')::numeric * 100
              WHEN 'fraction' THEN (whole * (step ->> 'numerator')::numeric)::numeric(80, 30)
                                   / (step ->> 'denominator')::numeric
              -- Not to look at the erosion never pays.
              WHEN 'rising' THEN whole * 0.000001 * ((step ->> 'ppm')::numeric
                                 + CASE WHEN erosion <= (step ->> 'threshold')::integer THEN 0
                                        ELSE (step ->> 'rise')::numeric END)
              WHEN 'tiers' THEN settlement.of_each_band(step -> 'tiers', whole)
              WHEN 'owed' THEN coalesce((owed ->> payee)::numeric, 0) END;
    -- What each word says besides who takes and within which bounds.
    told := CASE kind
              WHEN 'percent' THEN '{ppm}'::text[]
              WHEN 'group' THEN '{ppm}'::text[]
              WHEN 'fixed' THEN '{amount}'::text[]
              WHEN 'fraction' THEN '{numerator,denominator}'::text[]
              WHEN 'rising' THEN '{ppm,threshold,rise}'::text[]
              WHEN 'tiers' THEN '{tiers}'::text[]
              ELSE '{}'::text[] END;
    IF part IS NULL OR taker IS NULL OR step - fields - told <> '{}' THEN
      RAISE EXCEPTION 'no such step: %', step USING ERRCODE = 'check_violation';
    END IF;
    IF step ?| '{least,most}' THEN
      part := greatest(part, (step ->> 'least')::numeric * 100);
      part := least(part, (step ->> 'most')::numeric * 100);
    END IF;
    part := least(part, rest);
    rest := rest - part;
    -- Of a sum that is recovered the payee takes what is missing; a group takes nothing itself.
    taken := CASE taker
               WHEN 'one' THEN part
               WHEN 'group' THEN 0
               WHEN 'collective' THEN 0
               WHEN 'recoup' THEN least(part, greatest(0, (step ->> 'until')::numeric * 100
                                                          - coalesce((recouped ->> payee)::numeric, 0))) END;
    IF payee IS NOT NULL THEN
      given := given || jsonb_build_object(payee, coalesce((given ->> payee)::numeric, 0) + taken);
      IF kind = 'owed' THEN
        owed := owed || jsonb_build_object(payee, coalesce((owed ->> payee)::numeric, 0) - taken);
      END IF;
    END IF;
    IF within IS NOT NULL THEN
      IF taker = 'recoup' THEN
        recouped := recouped || jsonb_build_object(payee, coalesce((recouped ->> payee)::numeric, 0) + taken);
      END IF;
      SELECT walked.given, walked.owed, walked.recouped INTO given, owed, recouped
        FROM settlement.walk(within, part - taken, erosion, given, owed, recouped) walked;
    END IF;
  END LOOP;
END
$$;

-- The calendar year of an occasion; the price and its instalments have none.
CREATE OR REPLACE FUNCTION settlement.calendar_year(occasion settlement.occasion) RETURNS integer
LANGUAGE sql IMMUTABLE
RETURN CASE WHEN occasion ~ '^[0-9]' THEN left(occasion, 4)::integer END;

-- The number of a supplement of a year; nought of the year itself.
CREATE OR REPLACE FUNCTION settlement.supplement_number(occasion settlement.occasion) RETURNS integer
LANGUAGE sql IMMUTABLE
RETURN coalesce(substring(occasion FROM '-S([0-9]+)$')::integer, 0);

-- What is given beyond what was given before, of each payee.
CREATE OR REPLACE FUNCTION settlement.beyond(given jsonb, before jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE
RETURN (SELECT coalesce(jsonb_object_agg(payee, fen::numeric - coalesce((before ->> payee)::numeric, 0)), '{}')
          FROM jsonb_each_text(given) AS one (payee, fen));

-- What is given where no penalty goes to its payer: who operates, and whoever has the same name. The payer's part
-- goes to the first payee of the first of these grounds.
CREATE OR REPLACE FUNCTION settlement.without_payer(given jsonb, payees jsonb) RETURNS jsonb LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
  payers  text[];
  heir    text;
  theirs  numeric;
BEGIN
  SELECT array_agg(payee ->> 'key') INTO payers
    FROM jsonb_array_elements(payees) payee
   WHERE payee ->> 'name' IN (SELECT other ->> 'name' FROM jsonb_array_elements(payees) other
                               WHERE other ->> 'principle' = 'OPERATES');
  SELECT payee ->> 'key' INTO heir
    FROM jsonb_array_elements(payees) WITH ORDINALITY AS told (payee, place)
    JOIN unnest('{WATERSHED,OWNS,HOUSEHOLD,COLLECTIVE,VILLAGERS,INVESTS}'::text[])
         WITH ORDINALITY AS ground (name, rank) ON ground.name = payee ->> 'principle'
   WHERE payee ->> 'key' <> ALL (payers)
   ORDER BY rank, place LIMIT 1;
  IF payers IS NULL OR heir IS NULL THEN
    RETURN given;
  END IF;
  SELECT coalesce(sum(fen::numeric), 0) INTO theirs
    FROM jsonb_each_text(given) AS one (payee, fen) WHERE payee = ANY (payers);
  RETURN (given - payers) || jsonb_build_object(heir, coalesce((given ->> heir)::numeric, 0) + theirs);
END
$$;

-- The number of an instalment; nothing else has one.
CREATE OR REPLACE FUNCTION settlement.instalment_number(occasion settlement.occasion) RETURNS integer
LANGUAGE sql IMMUTABLE
RETURN CASE WHEN occasion LIKE 'INSTALMENT-%' THEN substr(occasion, 12)::integer END;

-- What has come in for an instalment: nothing, or all of it. The deposit is a part of the first.
CREATE OR REPLACE FUNCTION settlement.instalment_in(shared text, wanted settlement.occasion) RETURNS bigint
LANGUAGE sql STABLE
RETURN (SELECT due.principal_fen + due.interest_fen
          FROM settlement.instalment due
          JOIN settlement.contract USING (contract)
          LEFT JOIN settlement.sub_account account
                 ON account.trade = contract.trade AND account.contract = due.contract
                    AND account.purpose = 'INSTALMENT' AND account.occasion = wanted
                    AND account.state = 'RECEIVED'
         WHERE due.contract = shared AND due.number = settlement.instalment_number(wanted)
           AND due.principal_fen + due.interest_fen
               = coalesce(account.expected_fen, 0)
                 + CASE WHEN due.number = 1
                        THEN coalesce((SELECT deposit.expected_fen FROM settlement.sub_account deposit
                                        WHERE deposit.trade = contract.trade AND deposit.purpose = 'DEPOSIT'
                                          AND deposit.state = 'APPLIED'), 0)
                        ELSE 0 END);

-- What came in and what its clauses give is one amount, shared by the version in force, to the payees that
-- this names, in their order; what a payee had carried or recovered is what the distribution before has left,
-- and what it is owed, and the erosion, are what was noted of the occasion. A supplement of a year is what the
-- whole of the year gives beyond what was shared of it, where recovered counts what other years have given. A
-- contract that is not there is refused here, too.
CREATE OR REPLACE FUNCTION settlement.keep_clauses() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog
  SET enable_hashjoin = off SET enable_mergejoin = off SET enable_seqscan = off AS $$
DECLARE
  wrong text;
BEGIN
  SELECT format('%s: income %s, whole %s, parts %s, by terms %s, %s', written.distribution,
                coalesce(came.income_fen::text, 'none'), written.whole_fen,
                coalesce(told.parts_fen::text, 'none'),
                CASE WHEN written.terms_hash = in_force.terms_hash THEN 'in force' ELSE 'not in force' END,
                CASE WHEN told.by_clauses THEN 'as they give' ELSE 'not as they give' END)
    INTO wrong
    FROM written
    LEFT JOIN settlement.contract ON contract.contract = written.contract
    LEFT JOIN settlement.occasion_facts noted
           ON noted.contract = written.contract
              AND noted.occasion = regexp_replace(written.occasion, '-S.*$', '')
    LEFT JOIN LATERAL (SELECT amendment.terms_hash, amendment.terms FROM settlement.amendment
                        WHERE amendment.contract = written.contract
                          AND amendment.from_year <= settlement.calendar_year(written.occasion)
                        ORDER BY amendment.from_year DESC LIMIT 1) amended ON true
    CROSS JOIN LATERAL (
      SELECT coalesce(amended.terms_hash, contract.terms_hash) AS terms_hash,
             terms -> 'payees' AS payees, settlement.steps_of(written.income, terms) AS steps
        FROM coalesce(amended.terms, contract.terms) terms OFFSET 0) in_force
    CROSS JOIN LATERAL (
      SELECT CASE written.income
               WHEN 'PRICE' THEN CASE WHEN contract.plan_json IS NULL THEN contract.price_fen END
               WHEN 'INSTALMENT' THEN settlement.instalment_in(written.contract, written.occasion)
               WHEN 'REVENUE' THEN
                 (SELECT revenue_fen FROM settlement.revenue_report report
                   WHERE report.contract = written.contract
                     AND report.year = settlement.calendar_year(written.occasion)
                     AND report.supplement = settlement.supplement_number(written.occasion)
                   ORDER BY report.edition DESC LIMIT 1)
               WHEN 'PENALTY' THEN
                 (SELECT expected_fen FROM settlement.sub_account penalty
                   WHERE penalty.trade = contract.trade AND penalty.contract = written.contract
                     AND penalty.occasion = written.occasion AND penalty.purpose = 'PENALTY'
                     AND penalty.state = 'RECEIVED') END AS income_fen) came
    CROSS JOIN LATERAL (
      SELECT (SELECT jsonb_object_agg(one ->> 'payee', one) FROM jsonb_array_elements(earlier.parts) one) AS parts
        FROM (SELECT (SELECT parts FROM settlement.distribution earlier
                       WHERE earlier.contract = written.contract AND earlier.income = written.income
                         AND earlier.number < written.number
                       ORDER BY earlier.number DESC LIMIT 1) AS parts) earlier OFFSET 0) before
    CROSS JOIN LATERAL (
      SELECT fen, (SELECT jsonb_object_agg(one ->> 'payee', settlement.exact(one ->> 'recouped')
                                                           - settlement.exact(one ->> 'recouped_in'))
                     FROM jsonb_array_elements(last_parts) one) AS recouped
        FROM (SELECT coalesce(sum(whole_fen), 0) AS fen,
                     (array_agg(earlier.parts ORDER BY earlier.number DESC))[1] AS last_parts
                FROM settlement.distribution earlier
               WHERE earlier.contract = written.contract AND earlier.income = 'REVENUE'
                 AND written.income = 'REVENUE' AND settlement.supplement_number(written.occasion) > 0
                 AND earlier.number < written.number
                 AND settlement.calendar_year(earlier.occasion) = settlement.calendar_year(written.occasion)) summed
      OFFSET 0) of_year
    CROSS JOIN LATERAL (
      SELECT CASE WHEN noted.contract IS NOT NULL THEN
        (SELECT jsonb_object_agg(due.payee, greatest(0, due.due_fen - coalesce(
                  (SELECT sum(paid.amount_fen)
                     FROM settlement.distribution earlier
                     JOIN settlement.distribution_part paid USING (distribution)
                    WHERE earlier.contract = due.contract
                      AND regexp_replace(earlier.occasion, '-S.*$', '') = due.occasion
                      -- What the year itself has given is reckoned anew with its supplement.
                      AND (earlier.income <> 'REVENUE' OR settlement.supplement_number(written.occasion) = 0
                           OR written.income <> 'REVENUE')
                      AND earlier.number < written.number AND paid.payee = due.payee), 0)))
           FROM settlement.pledge_due due
          WHERE due.contract = written.contract AND due.occasion = noted.occasion) END AS due OFFSET 0) pledged
    CROSS JOIN LATERAL (
      SELECT CASE WHEN before.parts IS NULL THEN '{}'
                  ELSE (SELECT coalesce(jsonb_object_agg(payee, settlement.exact(left_by ->> 'recouped')
                                          - coalesce((of_year.recouped ->> payee)::numeric, 0)), '{}')
                          FROM jsonb_each(before.parts) AS had (payee, left_by)) END AS before OFFSET 0) recovered
    CROSS JOIN LATERAL (
      SELECT CASE WHEN written.income = 'PENALTY'
                  THEN settlement.without_payer(whole.given, in_force.payees)
                  WHEN of_year.fen = 0 THEN whole.given
                  ELSE settlement.beyond(whole.given, (SELECT given FROM settlement.walk(
                         in_force.steps, of_year.fen, written.erosion, '{}', coalesce(pledged.due, '{}'),
                         recovered.before))) END AS given,
             whole.recouped
        FROM settlement.walk(in_force.steps, of_year.fen + written.whole_fen, written.erosion, '{}',
                             coalesce(pledged.due, '{}'), recovered.before) whole OFFSET 0) walked
    CROSS JOIN LATERAL (
      SELECT sum(amount_fen)::bigint AS parts_fen,
             count(*) = jsonb_array_length(in_force.payees)
             AND written.erosion IS NOT DISTINCT FROM noted.erosion
             AND written.earlier_fen = of_year.fen
             AND bool_and((
               amount_fen >= 0
               AND (payee, name, principle)
                   = (in_force.payees -> place ->> 'key', in_force.payees -> place ->> 'name',
                      in_force.payees -> place ->> 'principle')
               -- Exact numbers are texts, in lowest terms, a decimal if it ends.
               AND coalesce(carried_in, '0') = coalesce(before.parts -> payee ->> 'carry', '0')
               AND CASE WHEN of_year.recouped IS NULL
                        THEN coalesce(recouped_in, '0') = coalesce(before.parts -> payee ->> 'recouped', '0')
                        ELSE abs(settlement.exact(recouped_in)
                                 - coalesce((recovered.before ->> payee)::numeric, 0)) < 1e-9 END
               AND (carry IS NULL OR carry ~ '^-?\d+([.]\d+|/\d+)?$')
               AND (recouped IS NULL OR recouped ~ '^\d+([.]\d+|/\d+)?$')
               AND coalesce(pledge_due_fen, 0) = coalesce((pledged.due ->> payee)::numeric, 0)
               AND abs(amount_fen + settlement.exact(carry) - due) < 1e-9
               -- What is left of a fen goes to one or another of them.
               AND abs(amount_fen - greatest(0, due)) <= jsonb_array_length(in_force.payees)
               AND abs(settlement.exact(recouped)
                       - coalesce((walked.recouped ->> payee)::numeric, 0)) < 1e-9
               -- What is not told is not right.
             ) IS TRUE) AS by_clauses
        FROM (SELECT part.*, settlement.exact(carried_in)
                             + coalesce((walked.given ->> payee)::numeric, 0) AS due,
                     row_number() OVER ()::integer - 1 AS place
                FROM jsonb_to_recordset(written.parts)
                     AS part (payee text, name text, principle text, amount_fen bigint, carried_in text,
                              carry text, recouped_in text, recouped text, pledge_due_fen bigint)) part) told
   WHERE (written.whole_fen, written.whole_fen, written.terms_hash, true)
         IS DISTINCT FROM (came.income_fen, told.parts_fen, in_force.terms_hash, told.by_clauses)
   LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION '%', wrong USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END
$$;
CREATE OR REPLACE TRIGGER keep_clauses AFTER INSERT ON settlement.distribution
  REFERENCING NEW TABLE AS written
  FOR EACH STATEMENT EXECUTE FUNCTION settlement.keep_clauses();
ALTER TABLE settlement.distribution ENABLE ALWAYS TRIGGER keep_clauses;
