-- The orders that somebody must still see to: the bank, or a clerk. They are a small part of all that were
-- ever given, and each round with the bank reads them alone. Which they are follows from the orders, the lines
-- of files and the transfers, and is noted here as in an index; nobody writes it by himself. As in the guards,
-- a plan that was made while the tables were empty must not search them whole later.

-- The key of the order that this one is given instead of; a first order has none.
CREATE FUNCTION settlement.order_replaced(key text) RETURNS text LANGUAGE sql IMMUTABLE
  RETURN CASE WHEN key ~ '^anew/2/' THEN substr(key, 8)
              WHEN key ~ '^anew/[0-9]+/'
              THEN 'anew/' || (split_part(key, '/', 2)::int - 1) || regexp_replace(key, '^anew/[0-9]+', '') END;

CREATE TABLE settlement.open_order (
  -- Its place in the journal.
  number       bigint      PRIMARY KEY,
  business_key text        NOT NULL UNIQUE,
  -- It goes into the next file; it stands in one; the money has come back and was not ordered anew.
  state        text        NOT NULL CHECK (state IN ('WAITING', 'SENT', 'CAME_BACK')),
  due_at       timestamptz
);
CREATE INDEX open_order_state ON settlement.open_order (state, number);
CREATE INDEX open_order_due ON settlement.open_order (due_at, number) WHERE due_at IS NOT NULL;

INSERT INTO settlement.open_order
SELECT number, business_key,
       CASE WHEN back_at IS NOT NULL THEN 'CAME_BACK' WHEN file IS NOT NULL THEN 'SENT' ELSE 'WAITING' END, due_at
  FROM settlement.payment
 WHERE CASE WHEN back_at IS NULL THEN paid_at IS NULL ELSE NOT is_ordered_anew END;

CREATE FUNCTION settlement.open_orders() RETURNS trigger LANGUAGE plpgsql
  SECURITY DEFINER SET search_path = pg_catalog
  SET enable_hashjoin = off SET enable_mergejoin = off SET enable_seqscan = off AS $$
BEGIN
  INSERT INTO settlement.open_order
  SELECT transfer.number, business_key, 'WAITING', due_at
    FROM given JOIN settlement.transfer USING (business_key);
  DELETE FROM settlement.open_order USING given
   WHERE given.business_key LIKE 'anew/%'
     AND open_order.business_key = settlement.order_replaced(given.business_key);
  RETURN NULL;
END
$$;
CREATE TRIGGER open_orders AFTER INSERT ON settlement.payment_order REFERENCING NEW TABLE AS given
  FOR EACH STATEMENT EXECUTE FUNCTION settlement.open_orders();

CREATE FUNCTION settlement.send_orders() RETURNS trigger LANGUAGE plpgsql
  SECURITY DEFINER SET search_path = pg_catalog
  SET enable_hashjoin = off SET enable_mergejoin = off SET enable_seqscan = off AS $$
BEGIN
  UPDATE settlement.open_order SET state = 'SENT'
    FROM written
   WHERE open_order.business_key = written.business_key AND state = 'WAITING';
  RETURN NULL;
END
$$;
CREATE TRIGGER send_orders AFTER INSERT ON settlement.payment_line REFERENCING NEW TABLE AS written
  FOR EACH STATEMENT EXECUTE FUNCTION settlement.send_orders();

CREATE FUNCTION settlement.end_order() RETURNS trigger LANGUAGE plpgsql
  SECURITY DEFINER SET search_path = pg_catalog
  SET enable_hashjoin = off SET enable_mergejoin = off SET enable_seqscan = off AS $$
BEGIN
  -- A payment may come back that was noted as paid; whatever is written first, it has come back.
  DELETE FROM settlement.open_order
   WHERE business_key = substr(new.business_key, 6) AND state <> 'CAME_BACK';
  RETURN NULL;
END
$$;
CREATE TRIGGER f_end_order AFTER INSERT ON settlement.transfer FOR EACH ROW
  WHEN (new.business_key LIKE 'paid/%') EXECUTE FUNCTION settlement.end_order();

CREATE FUNCTION settlement.open_order_again() RETURNS trigger LANGUAGE plpgsql
  SECURITY DEFINER SET search_path = pg_catalog
  SET enable_hashjoin = off SET enable_mergejoin = off SET enable_seqscan = off AS $$
BEGIN
  INSERT INTO settlement.open_order
  SELECT transfer.number, business_key, 'CAME_BACK', due_at
    FROM settlement.payment_order JOIN settlement.transfer USING (business_key)
   WHERE business_key = substr(new.business_key, 6)
  ON CONFLICT (business_key) DO UPDATE SET state = excluded.state;
  RETURN NULL;
END
$$;
CREATE TRIGGER g_open_order_again AFTER INSERT ON settlement.transfer FOR EACH ROW
  WHEN (new.business_key LIKE 'back/%') EXECUTE FUNCTION settlement.open_order_again();

REVOKE EXECUTE ON FUNCTION settlement.open_orders(), settlement.send_orders(), settlement.end_order(),
                           settlement.open_order_again() FROM PUBLIC;
ALTER TABLE settlement.payment_order ENABLE ALWAYS TRIGGER open_orders;
ALTER TABLE settlement.payment_line ENABLE ALWAYS TRIGGER send_orders;
ALTER TABLE settlement.transfer
  ENABLE ALWAYS TRIGGER f_end_order,
  ENABLE ALWAYS TRIGGER g_open_order_again;

-- Each is looked up by its key: the fence keeps the planner from reading all payments first.
CREATE VIEW settlement.open_payment AS
SELECT open_order.number, payment.business_key, story, payee, beneficiary, amount_fen, remittance, ordered_at,
       open_order.due_at, end_to_end, file, holder, account, bank, step, reason, paid_at, back_at, person_account,
       last_person_account, open_order.state
  FROM settlement.open_order
 CROSS JOIN LATERAL (SELECT * FROM settlement.payment
                      WHERE payment.business_key = open_order.business_key OFFSET 0) payment;

DO $$
DECLARE
  kept record;
BEGIN
  FOR kept IN SELECT DISTINCT relation.oid::regclass AS name, granted.grantee::regrole AS role
                FROM pg_class relation, aclexplode(relation.relacl) granted
               WHERE relation.oid IN ('settlement.open_order'::regclass, 'settlement.open_payment'::regclass)
                 AND granted.grantee NOT IN (0, relation.relowner)
  LOOP
    EXECUTE format('REVOKE ALL ON %s FROM %s', kept.name, kept.role);
    EXECUTE format('GRANT SELECT ON %s TO %s', kept.name, kept.role);
  END LOOP;
END
$$;
