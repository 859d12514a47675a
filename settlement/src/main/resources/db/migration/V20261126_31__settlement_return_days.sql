-- Within how many working days a deposit goes back is told with it, by the edition of the rules under
-- which its trade was published (R-QUA-6). Before, it was three days for all.
ALTER TABLE settlement.sub_account ADD COLUMN return_days integer CHECK (return_days > 0);
UPDATE settlement.sub_account SET return_days = 3 WHERE purpose = 'DEPOSIT';
ALTER TABLE settlement.sub_account ADD CHECK ((return_days IS NOT NULL) = (purpose = 'DEPOSIT'));
