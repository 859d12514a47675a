\set one random(0, 9999)
SELECT plain.move('account_' || :one, 'escrow', 1);
