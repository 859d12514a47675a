\set one random(0, 9999)
BEGIN;
SELECT plain.move('escrow_' || :one || '_0', 'escrow_' || :one || '_1', 1);
SELECT plain.move('escrow_' || :one || '_0', 'escrow_' || :one || '_2', 1);
SELECT plain.move('escrow_' || :one || '_0', 'escrow_' || :one || '_3', 1);
SELECT plain.move('escrow_' || :one || '_0', 'escrow_' || :one || '_4', 1);
SELECT plain.move('escrow_' || :one || '_0', 'escrow_' || :one || '_5', 1);
COMMIT;
