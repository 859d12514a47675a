-- Views of the ledger and of the payments. A view stands before those that read it.

-- The parts of distributions as rows. What is not told of a part is nothing.
CREATE OR REPLACE VIEW settlement.distribution_part AS
SELECT distribution, part.place::integer AS place, part.payee, part.name, part.principle, part.amount_fen,
       coalesce(part.carried_in, '0')     AS carried_in,
       coalesce(part.carry, '0')          AS carry,
       coalesce(part.recouped_in, '0')    AS recouped_in,
       coalesce(part.recouped, '0')       AS recouped,
       coalesce(part.pledge_due_fen, 0)   AS pledge_due_fen
  FROM settlement.distribution,
       ROWS FROM (jsonb_to_recordset(parts)
                  AS (payee text, name text, principle text, amount_fen bigint, carried_in text, carry text,
                      recouped_in text, recouped text, pledge_due_fen bigint))
       WITH ORDINALITY AS part (payee, name, principle, amount_fen, carried_in, carry, recouped_in,
                                recouped, pledge_due_fen, place);

-- What every part of a distribution moves, as if it were a transfer.
CREATE OR REPLACE VIEW settlement.share AS
SELECT contract.trade, shared.number, part.place,
       'share/' || shared.distribution || '/' || part.payee AS business_key,
       contract.trade || ':ESCROW' AS debit, contract.trade || ':PAYEE:' || part.payee AS credit,
       part.amount_fen, 'DISTRIBUTION' AS code, 'POSTED' AS phase, NULL::text AS pending,
       NULL::timestamptz AS expires_at, NULL::text AS corrects,
       shared.distributed_at AS event_at, shared.distributed_at AS recorded_at
  FROM settlement.distribution shared
  JOIN settlement.contract USING (contract)
 CROSS JOIN LATERAL ROWS FROM (jsonb_to_recordset(shared.parts) AS (payee text, amount_fen bigint))
            WITH ORDINALITY AS part (payee, amount_fen, place)
 WHERE part.amount_fen > 0;

-- All entries of the ledger. The shares of one distribution have one number, and places in it.
CREATE OR REPLACE VIEW settlement.journal AS
SELECT number, 0 AS place, business_key, debit, credit, amount_fen, code, phase, pending, expires_at, corrects,
       event_at, recorded_at
  FROM settlement.transfer
UNION ALL
SELECT number, place, business_key, debit, credit, amount_fen, code, phase, pending, expires_at, corrects,
       event_at, recorded_at
  FROM settlement.share;

-- What every entry has made of every account, counted from nothing, beside what is kept with the account.
CREATE OR REPLACE VIEW settlement.books AS
SELECT account.name,
       account.balance_fen,
       account.held_fen,
       coalesce(moved.balance_fen, 0) AS moved_fen,
       coalesce(moved.held_fen, 0)    AS pending_fen,
       account.purpose IN ('BANK', 'RECOURSE') OR account.balance_fen >= account.held_fen AS has_enough
  FROM settlement.account
  LEFT JOIN (SELECT name, sum(balance_fen) AS balance_fen, sum(held_fen) AS held_fen
               FROM (SELECT credit AS name, amount_fen AS balance_fen, 0 AS held_fen
                       FROM settlement.journal WHERE phase = 'POSTED'
                     UNION ALL
                     SELECT debit, -amount_fen, 0
                       FROM settlement.journal WHERE phase = 'POSTED'
                     UNION ALL
                     SELECT held.debit, 0, held.amount_fen
                       FROM settlement.transfer held
                      WHERE held.phase = 'PENDING'
                        AND NOT EXISTS (SELECT FROM settlement.transfer resolution
                                         WHERE resolution.pending = held.business_key)) entry
              GROUP BY name) moved ON moved.name = account.name;

-- Receipts with all that the bank has told of them: what came later fills what was left out before.
CREATE OR REPLACE VIEW settlement.known_receipt AS
SELECT receipt.number, receipt.reference, receipt.amount_fen, receipt.cause, receipt.recorded_at,
       coalesce(more.sub_account, receipt.sub_account)     AS sub_account,
       coalesce(more.payer, receipt.payer)                 AS payer,
       coalesce(more.payer_holder, receipt.payer_holder)   AS payer_holder,
       coalesce(more.payer_account, receipt.payer_account) AS payer_account,
       coalesce(more.payer_bank, receipt.payer_bank)       AS payer_bank,
       coalesce(more.remittance, receipt.remittance)       AS remittance,
       coalesce(more.arrived_at, receipt.arrived_at)       AS arrived_at,
       CASE WHEN more.reference IS NULL THEN receipt.not_before ELSE more.not_before END AS not_before
  FROM settlement.receipt
  LEFT JOIN LATERAL (SELECT * FROM settlement.receipt_completion completion
                      WHERE completion.reference = receipt.reference
                      ORDER BY completion.number DESC LIMIT 1) more ON true;

-- The collective that a payee of a contract is: by the last naming that was confirmed.
CREATE OR REPLACE VIEW settlement.beneficiary AS
SELECT naming.contract, naming.payee, naming.number, naming.party, naming.name, naming.named_by,
       ended.decided_by AS confirmed_by, ended.decided_at AS confirmed_at
  FROM settlement.naming
  JOIN settlement.naming_end ended USING (contract, payee, number)
 WHERE ended.is_confirmed
   AND NOT EXISTS (SELECT FROM settlement.naming_end later
                    WHERE (later.contract, later.payee) = (naming.contract, naming.payee)
                      AND later.number > naming.number AND later.is_confirmed);

-- The rosters by which members can be paid: fixed, and filed by the collective that counts now.
CREATE OR REPLACE VIEW settlement.fixed_roster AS
SELECT roster.*
  FROM settlement.roster
  JOIN settlement.roster_end ended USING (roster)
  JOIN settlement.beneficiary ON (beneficiary.contract, beneficiary.payee, beneficiary.number)
                                 = (roster.contract, roster.payee, roster.naming)
 WHERE ended.is_fixed;

-- Each number on the rosters of a payee, as the last fixed roster with it has it, and where it is paid.
CREATE OR REPLACE VIEW settlement.member AS
SELECT DISTINCT ON (roster.contract, roster.payee, line.member)
       roster.contract, roster.payee, line.member, line.household, line.shown,
       line.blind_index AS person, told.number AS person_account, told.holder, told.account, told.bank,
       told.mark, told.told_at
  FROM settlement.fixed_roster roster
  JOIN settlement.roster_member line USING (roster)
  LEFT JOIN LATERAL (SELECT account.*
                       FROM settlement.person_account account
                       LEFT JOIN settlement.roster_end listed ON listed.roster = account.roster
                      WHERE (account.contract, account.payee, account.person)
                            = (roster.contract, roster.payee, line.blind_index)
                        AND (account.roster IS NULL OR listed.is_fixed)
                      ORDER BY account.number DESC LIMIT 1) told ON true
 ORDER BY roster.contract, roster.payee, line.member, roster.version DESC;

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
       against.business_key IS NOT NULL AS is_set_off,
       EXISTS (SELECT FROM settlement.payment_order anew
                WHERE anew.business_key
                      = CASE WHEN ordered.business_key ~ '^anew/[0-9]+/'
                             THEN 'anew/' || (split_part(ordered.business_key, '/', 2)::int + 1)
                                  || regexp_replace(ordered.business_key, '^anew/[0-9]+', '')
                             ELSE 'anew/2/' || ordered.business_key END) AS is_ordered_anew,
       CASE WHEN line.file IS NULL THEN member.person_account ELSE line.person_account END
         AS person_account,
       member.person_account AS last_person_account,
       -- Where it stands.
       CASE WHEN against.business_key IS NOT NULL THEN 'SET_OFF'
            WHEN back.business_key IS NOT NULL THEN 'CAME_BACK'
            WHEN paid.business_key IS NOT NULL THEN 'PAID'
            WHEN line.file IS NULL AND coalesce(noted.account, member.account, told.payer_account) IS NULL
              THEN 'LACKS_ACCOUNT'
            WHEN line.file IS NULL THEN 'WAITING'
            WHEN answer.step IS NULL THEN 'SENT'
            WHEN answer.step = 'STOPPED' THEN 'STOPPED'
            ELSE 'ACCEPTED' END AS standing
  FROM settlement.payment_order ordered
  JOIN settlement.transfer USING (business_key)
  LEFT JOIN settlement.payment_line line USING (business_key)
  LEFT JOIN settlement.account source ON source.name = transfer.debit
  LEFT JOIN LATERAL (SELECT holder, account, bank
                       FROM settlement.payee_account
                       JOIN settlement.payee_account_confirmation USING (number)
                      WHERE payee = transfer.debit AND source.purpose <> 'MEMBER'
                        -- What was told before a correction may be the other collective's.
                        AND NOT EXISTS (SELECT FROM settlement.contract
                                          JOIN settlement.beneficiary USING (contract)
                                         WHERE contract.trade = source.story
                                           AND beneficiary.payee = source.owner AND beneficiary.number > 1
                                           AND source.purpose = 'PAYEE'
                                           AND noted_at <= beneficiary.confirmed_at)
                      ORDER BY number DESC LIMIT 1) noted ON true
  LEFT JOIN LATERAL (SELECT person_account, holder, account, bank
                       FROM settlement.member
                      WHERE source.purpose = 'MEMBER'
                        AND (contract || '/' || payee, member) = (source.story, source.owner)) member ON true
  LEFT JOIN settlement.sub_account ON sub_account.number = source.owner AND source.purpose = 'DEPOSIT'
  LEFT JOIN settlement.known_receipt told
         ON told.reference = CASE source.purpose WHEN 'DEPOSIT'
                                                 THEN coalesce(substring(ordered.business_key FROM 'refund/[0-9]{19}/(.*)'),
                                                               sub_account.filled_by)
                                                 WHEN 'SUSPENSE' THEN substr(source.story, 9)
                                                 -- What came in beyond what was awaited.
                                                 ELSE substring(ordered.business_key FROM 'surplus/[0-9]{19}/(.*)') END
  LEFT JOIN LATERAL (SELECT step, reason FROM settlement.payment_answer
                      WHERE payment_answer.end_to_end = line.end_to_end
                      ORDER BY number DESC LIMIT 1) answer ON true
  LEFT JOIN settlement.transfer paid ON paid.business_key = 'paid/' || ordered.business_key
  LEFT JOIN settlement.transfer back ON back.business_key = 'back/' || ordered.business_key
  LEFT JOIN settlement.transfer against ON against.business_key = 'set-off/' || ordered.business_key;

-- What a disputed line may take back, and what may be paid out of that: to its payer, if it is a stray receipt or
-- a deposit that is still one; to anybody of its trade, if it was used; to its payee, if it is a payment that had
-- come back.
CREATE OR REPLACE VIEW settlement.doubted_receipt AS
SELECT doubt.may_take_back AS reference, 'receipt/' || doubt.may_take_back AS story,
       coalesce(returned.payee, CASE WHEN filled.is_deposit THEN filled.trade || ':DEPOSIT:' || filled.number END)
         AS payee,
       CASE WHEN NOT filled.is_deposit THEN filled.trade END AS trade
  FROM settlement.bank_line_doubt doubt
  LEFT JOIN LATERAL (SELECT number, trade, purpose = 'DEPOSIT' AND state NOT IN ('APPLIED', 'FORFEITED')
                              AS is_deposit
                       FROM settlement.sub_account
                      WHERE filled_by = doubt.may_take_back
                         OR number IN (SELECT sub_account FROM settlement.sub_account_part
                                        WHERE reference = doubt.may_take_back)) filled ON true
  LEFT JOIN LATERAL (SELECT transfer.debit AS payee
                       FROM settlement.bank_movement_name named
                       JOIN settlement.payment_line line ON line.end_to_end = named.name
                       JOIN settlement.transfer USING (business_key)
                      WHERE named.kind = 'END_TO_END' AND named.movement = doubt.may_take_back) returned ON true
 WHERE NOT EXISTS (SELECT FROM settlement.bank_exception_end ended
                    WHERE ended.exception = 'line/' || doubt.message || '/' || doubt.place);

-- The orders that are open, with all that is known of them. Each is looked up by its key: the fence (OFFSET 0)
-- keeps the planner from reading all payments first.
CREATE OR REPLACE VIEW settlement.open_payment AS
SELECT open_order.number, open_order.business_key, story, payee, beneficiary, amount_fen, remittance, ordered_at,
       open_order.due_at, end_to_end, file, holder, account, bank, step, reason, paid_at, back_at, is_set_off,
       person_account,
       last_person_account, open_order.state, is_held,
       -- What a person must see to. What is held waits by right, and a member that has told another account is
       -- paid with the next file.
       CASE WHEN standing = 'STOPPED' THEN 'STOPPED'
            WHEN is_held THEN NULL
            WHEN standing = 'CAME_BACK' AND (last_person_account <> person_account) IS NOT TRUE
              THEN 'CAME_BACK'
            WHEN standing = 'LACKS_ACCOUNT' THEN 'LACKS_ACCOUNT' END AS stuck_for,
       standing
  FROM settlement.open_order
 CROSS JOIN LATERAL (SELECT * FROM settlement.payment
                      WHERE payment.business_key = open_order.business_key OFFSET 0) payment
 CROSS JOIN LATERAL (-- Nothing is paid of a trade, or of a stray receipt, whose payment the bank has taken back.
                     SELECT EXISTS (SELECT FROM settlement.account
                                     WHERE account.story IN (payment.story,
                                                             split_part(split_part(payment.story, '/', 1), '-V', 1))
                                       AND purpose = 'RECOURSE' AND balance_fen < 0)
                            -- Nor out of what the bank may have taken back, while nobody knows.
                            OR EXISTS (SELECT FROM settlement.doubted_receipt doubted
                                        WHERE doubted.story = payment.story
                                           OR doubted.payee = payment.payee
                                           OR doubted.trade
                                              = split_part(split_part(payment.story, '/', 1), '-V', 1))
                              AS is_held) held;

-- The party that a payee is, as far as the exchange knows: a bidder of its deposit, a collective of what its
-- contract gives it, the transferor of a deposit that was lost to it, the transferee of what its contract gives to
-- whoever operates. What belongs to others by name alone is not here: a name is no proof.
CREATE OR REPLACE VIEW settlement.payee_party AS
SELECT trade || ':DEPOSIT:' || number AS payee, party, trade FROM settlement.sub_account WHERE purpose = 'DEPOSIT'
UNION ALL
SELECT contract.trade || ':PAYEE:' || beneficiary.payee, beneficiary.party, contract.trade
  FROM settlement.beneficiary JOIN settlement.contract USING (contract)
UNION ALL
SELECT deposit.trade || ':PAYEE:~lost-deposit-rest', lost_deposit.transferor, deposit.trade
  FROM settlement.lost_deposit JOIN settlement.sub_account deposit ON deposit.number = lost_deposit.sub_account
UNION ALL
-- Whoever has bought the right runs it, and reports what it earns. Where several operate, or one that once stood
-- for something else, the contract does not say which of them has bought it.
SELECT contract.trade || ':PAYEE:' || operator.payee, contract.transferee, contract.trade
  FROM settlement.contract
 CROSS JOIN LATERAL (SELECT stated.payee ->> 'key' AS payee
                       FROM (SELECT contract.terms
                             UNION ALL
                             SELECT amendment.terms FROM settlement.amendment
                              WHERE amendment.contract = contract.contract) version
                      CROSS JOIN jsonb_array_elements(version.terms -> 'payees') stated (payee)
                      GROUP BY 1
                     HAVING bool_and(stated.payee ->> 'principle' = 'OPERATES'
                                     AND jsonb_array_length(jsonb_path_query_array(version.terms,
                                           '$.payees[*] ? (@.principle == "OPERATES")')) = 1)) operator;
