-- What belongs to no module but to the market as a whole (its clock, its outbox), and the tables of
-- the workflow engine, which creates them itself but never creates a schema.
CREATE SCHEMA IF NOT EXISTS market;
CREATE SCHEMA IF NOT EXISTS flowable;
