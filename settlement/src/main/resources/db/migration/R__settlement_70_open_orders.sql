-- How the open orders follow from orders, lines of files and transfers. Each function runs with the rights of
-- the owner: nobody else may write an open order. As in the guards, a plan that was made while the tables were
-- empty must not search them whole later.

-- A new order waits, and takes the place of the one that came back.
CREATE OR REPLACE FUNCTION settlement.open_orders() RETURNS trigger LANGUAGE plpgsql
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
CREATE OR REPLACE TRIGGER open_orders AFTER INSERT ON settlement.payment_order REFERENCING NEW TABLE AS given
  FOR EACH STATEMENT EXECUTE FUNCTION settlement.open_orders();
ALTER TABLE settlement.payment_order ENABLE ALWAYS TRIGGER open_orders;

-- An order that stands in a file is sent.
CREATE OR REPLACE FUNCTION settlement.send_orders() RETURNS trigger LANGUAGE plpgsql
  SECURITY DEFINER SET search_path = pg_catalog
  SET enable_hashjoin = off SET enable_mergejoin = off SET enable_seqscan = off AS $$
BEGIN
  UPDATE settlement.open_order SET state = 'SENT'
    FROM written
   WHERE open_order.business_key = written.business_key AND state = 'WAITING';
  RETURN NULL;
END
$$;
CREATE OR REPLACE TRIGGER send_orders AFTER INSERT ON settlement.payment_line REFERENCING NEW TABLE AS written
  FOR EACH STATEMENT EXECUTE FUNCTION settlement.send_orders();
ALTER TABLE settlement.payment_line ENABLE ALWAYS TRIGGER send_orders;

-- What is paid is open no more.
CREATE OR REPLACE FUNCTION settlement.end_order() RETURNS trigger LANGUAGE plpgsql
  SECURITY DEFINER SET search_path = pg_catalog
  SET enable_hashjoin = off SET enable_mergejoin = off SET enable_seqscan = off AS $$
BEGIN
  -- A payment may come back that was noted as paid; whatever is written first, it has come back.
  DELETE FROM settlement.open_order
   WHERE business_key = substr(new.business_key, 6) AND state <> 'CAME_BACK';
  RETURN NULL;
END
$$;
CREATE OR REPLACE TRIGGER f_end_order AFTER INSERT ON settlement.transfer FOR EACH ROW
  WHEN (new.business_key LIKE 'paid/%') EXECUTE FUNCTION settlement.end_order();

-- What comes back is open again.
CREATE OR REPLACE FUNCTION settlement.open_order_again() RETURNS trigger LANGUAGE plpgsql
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
CREATE OR REPLACE TRIGGER g_open_order_again AFTER INSERT ON settlement.transfer FOR EACH ROW
  WHEN (new.business_key LIKE 'back/%') EXECUTE FUNCTION settlement.open_order_again();

-- What was set off against what its payee owes is open no more, although it has come back.
CREATE OR REPLACE FUNCTION settlement.end_order_set_off() RETURNS trigger LANGUAGE plpgsql
  SECURITY DEFINER SET search_path = pg_catalog
  SET enable_hashjoin = off SET enable_mergejoin = off SET enable_seqscan = off AS $$
BEGIN
  DELETE FROM settlement.open_order WHERE business_key = substr(new.business_key, 9);
  RETURN NULL;
END
$$;
CREATE OR REPLACE TRIGGER h_end_order_set_off AFTER INSERT ON settlement.transfer FOR EACH ROW
  WHEN (new.business_key LIKE 'set-off/%') EXECUTE FUNCTION settlement.end_order_set_off();

ALTER TABLE settlement.transfer
  ENABLE ALWAYS TRIGGER h_end_order_set_off,
  ENABLE ALWAYS TRIGGER f_end_order,
  ENABLE ALWAYS TRIGGER g_open_order_again;
REVOKE EXECUTE ON FUNCTION settlement.open_orders(), settlement.send_orders(), settlement.end_order(),
                           settlement.open_order_again(), settlement.end_order_set_off() FROM PUBLIC;
