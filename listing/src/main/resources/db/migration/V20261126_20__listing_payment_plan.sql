-- A large price may be paid in instalments: the plan is a part of the offer, and frozen with it. Null is
-- a price that is paid at once, as all were until now.
ALTER TABLE listing.listing ADD COLUMN payment_plan text;
