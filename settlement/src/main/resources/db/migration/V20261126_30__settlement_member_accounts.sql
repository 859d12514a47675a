-- Where the members of collectives are paid. The account stands here sealed; what is kept in clear is
-- masked, and the database takes nothing else. Told on a roster it counts when that is fixed, told
-- afterwards it counts at once, and the last one counts. It belongs to the person and not to the number
-- on the roster: whoever follows somebody under a number is not paid to that other's account.
CREATE TABLE settlement.person_account (
  number   bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  contract text        NOT NULL,
  payee    text        NOT NULL,
  person   text        NOT NULL,
  roster   text        REFERENCES settlement.roster,
  holder   text        NOT NULL CHECK (holder ~ '^.[*]*$'),
  account  text        NOT NULL CHECK (account ~ '^[*]+[0-9A-Z]{1,4}$'),
  bank     text        NOT NULL,
  -- The same for the same account of the same list, so that it is known without being opened.
  mark     text        NOT NULL,
  sealed   text        NOT NULL,
  told_by  uuid        NOT NULL,
  told_at  timestamptz NOT NULL,
  FOREIGN KEY (contract, payee) REFERENCES settlement.beneficiary
);
CREATE INDEX person_account_person ON settlement.person_account (contract, payee, person, number);

-- Accounts of before had no bank and no holder, so that nothing could be paid to them: they are told anew.
DROP TABLE settlement.member_account;
ALTER TABLE settlement.roster_member DROP COLUMN has_account;

-- Each number on the rosters of a payee, as the last fixed roster with it has it, and where it is paid.
CREATE VIEW settlement.member AS
SELECT DISTINCT ON (roster.contract, roster.payee, line.member)
       roster.contract, roster.payee, line.member, line.household, line.shown,
       line.blind_index AS person, told.number AS person_account, told.holder, told.account, told.bank,
       told.mark, told.told_at
  FROM settlement.roster
  JOIN settlement.roster_end ended USING (roster)
  JOIN settlement.roster_member line USING (roster)
  LEFT JOIN LATERAL (SELECT account.*
                       FROM settlement.person_account account
                       LEFT JOIN settlement.roster_end listed ON listed.roster = account.roster
                      WHERE (account.contract, account.payee, account.person)
                            = (roster.contract, roster.payee, line.blind_index)
                        AND (account.roster IS NULL OR listed.is_fixed)
                      ORDER BY account.number DESC LIMIT 1) told ON true
 WHERE ended.is_fixed
 ORDER BY roster.contract, roster.payee, line.member, roster.version DESC;
CREATE INDEX roster_story ON settlement.roster ((contract || '/' || payee));

-- A line of a file names the account that was told; only the file itself has its number.
ALTER TABLE settlement.payment_line
  ADD COLUMN person_account bigint REFERENCES settlement.person_account,
  ADD CHECK (person_account IS NULL OR account ~ '^[*]');

-- Every order with all that is known of it. The payee's confirmed account goes before the one from
-- which the money came; of a member there is only the one that was told.
CREATE OR REPLACE VIEW settlement.payment AS
SELECT ordered.business_key, transfer.number, ordered.story, ordered.beneficiary, transfer.amount_fen,
       ordered.remittance, ordered.ordered_at, ordered.due_at, transfer.debit AS payee,
       line.end_to_end, line.file,
       coalesce(line.holder, noted.holder, member.holder, told.payer_holder) AS holder,
       coalesce(line.account, noted.account, member.account, told.payer_account) AS account,
       coalesce(line.bank, noted.bank, member.bank, told.payer_bank) AS bank,
       answer.step, answer.reason,
       paid.event_at AS paid_at, back.event_at AS back_at,
       EXISTS (SELECT FROM settlement.payment_order anew
                WHERE anew.business_key
                      = CASE WHEN ordered.business_key ~ '^anew/[0-9]+/'
                             THEN 'anew/' || (split_part(ordered.business_key, '/', 2)::int + 1)
                                  || regexp_replace(ordered.business_key, '^anew/[0-9]+', '')
                             ELSE 'anew/2/' || ordered.business_key END) AS is_ordered_anew,
       CASE WHEN line.file IS NULL THEN member.person_account ELSE line.person_account END
         AS person_account,
       member.person_account AS last_person_account
  FROM settlement.payment_order ordered
  JOIN settlement.transfer USING (business_key)
  LEFT JOIN settlement.payment_line line USING (business_key)
  LEFT JOIN settlement.account source ON source.name = transfer.debit
  LEFT JOIN LATERAL (SELECT holder, account, bank
                       FROM settlement.payee_account
                       JOIN settlement.payee_account_confirmation USING (number)
                      WHERE payee = transfer.debit AND source.purpose <> 'MEMBER'
                      ORDER BY number DESC LIMIT 1) noted ON true
  LEFT JOIN LATERAL (SELECT person_account, holder, account, bank
                       FROM settlement.member
                      WHERE source.purpose = 'MEMBER'
                        AND (contract || '/' || payee, member) = (source.story, source.owner)) member ON true
  LEFT JOIN settlement.sub_account ON sub_account.number = source.owner AND source.purpose = 'DEPOSIT'
  LEFT JOIN settlement.receipt told
         ON told.reference = CASE source.purpose WHEN 'DEPOSIT' THEN sub_account.filled_by
                                                 WHEN 'SUSPENSE' THEN substr(source.story, 9) END
  LEFT JOIN LATERAL (SELECT step, reason FROM settlement.payment_answer
                      WHERE payment_answer.end_to_end = line.end_to_end
                      ORDER BY number DESC LIMIT 1) answer ON true
  LEFT JOIN settlement.transfer paid ON paid.business_key = 'paid/' || ordered.business_key
  LEFT JOIN settlement.transfer back ON back.business_key = 'back/' || ordered.business_key;

CALL settlement.let_rows_only_be_added('settlement.person_account', 'settlement.member');
