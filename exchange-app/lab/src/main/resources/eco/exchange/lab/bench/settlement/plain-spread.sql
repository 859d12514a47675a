\set one random(0, 9999)
\set other (:one + random(1, 9999)) % 10000
SELECT plain.move('account_' || :one, 'account_' || :other, 1);
