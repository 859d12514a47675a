-- Contracts in effect, each with a year's revenue that has come in: the rows that the doors would have
-- written one by one.
CREATE SCHEMA IF NOT EXISTS estate;
CREATE OR REPLACE FUNCTION estate.furnish(trades text[], of_year int, revenue bigint, terms text,
                                          after bigint) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  hash text := encode(sha256(convert_to(terms, 'UTF8')), 'hex');
BEGIN
  CREATE TEMPORARY TABLE deal ON COMMIT DROP AS
  SELECT trade, trade || '-V1' AS contract, '8' || lpad((after + place)::text, 18, '0') AS number
    FROM unnest(trades) WITH ORDINALITY AS t (trade, place);
  INSERT INTO settlement.trade SELECT trade FROM deal;
  INSERT INTO settlement.contract
  SELECT contract, trade, gen_random_uuid(), gen_random_uuid(), 100, 0, 20, terms, hash, now(), now()
    FROM deal;
  INSERT INTO settlement.receipt (reference, sub_account, amount_fen, payer, arrived_at, recorded_at)
  SELECT 'receipt-' || number, number, revenue, 'operator', now(), now() FROM deal;
  INSERT INTO settlement.sub_account
  SELECT number, trade, 'REVENUE', gen_random_uuid(), contract, of_year::text, revenue, NULL, now(),
         'RECEIVED', 'receipt-' || number
    FROM deal;
  INSERT INTO settlement.revenue_report
  SELECT contract, of_year, revenue, 'audited', gen_random_uuid(), now(), number, 1 FROM deal;
  INSERT INTO settlement.account (name, story, purpose, owner)
  SELECT trade || ':' || purpose, trade, purpose, '' FROM deal, unnest(ARRAY['BANK', 'ESCROW']) purpose
   UNION ALL
  SELECT trade || ':PAYEE:' || payee, trade, 'PAYEE', payee
    FROM deal, LATERAL (SELECT jsonb_array_elements(terms::jsonb -> 'payees') ->> 'key' AS payee) named;
  INSERT INTO settlement.transfer (business_key, debit, credit, amount_fen, code, phase, event_at,
                                   recorded_at)
  SELECT 'revenue/' || contract, trade || ':BANK', trade || ':ESCROW', revenue, 'REVENUE', 'POSTED',
         now(), now()
    FROM deal;
END
$$;
