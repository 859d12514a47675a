-- A hold may be posted in part, may be over at a moment, and a mistake is mended by a transfer that
-- names it. An account can be closed: it takes nothing in any more, for ever.
ALTER TABLE settlement.transfer
  ADD COLUMN expires_at timestamptz,
  ADD COLUMN corrects   text,
  DROP CONSTRAINT transfer_phase_check,
  DROP CONSTRAINT transfer_code_check,
  DROP CONSTRAINT transfer_check2,
  ADD CONSTRAINT transfer_phase_check CHECK (phase IN ('POSTED', 'PENDING', 'VOIDED', 'EXPIRED')),
  ADD CONSTRAINT transfer_code_check CHECK (code IN ('RECEIPT', 'ASSIGNMENT', 'DEPOSIT', 'PRICE',
                                                     'REVENUE', 'DISTRIBUTION', 'PAYOUT',
                                                     'CORRECTION')),
  ADD CONSTRAINT transfer_frees_a_hold CHECK (phase NOT IN ('VOIDED', 'EXPIRED') OR pending IS NOT NULL),
  ADD CONSTRAINT transfer_expires_later CHECK (expires_at IS NULL
                                               OR phase = 'PENDING' AND event_at < expires_at),
  ADD CONSTRAINT transfer_corrects CHECK ((corrects IS NOT NULL) = (code = 'CORRECTION')
                                          AND (corrects IS NULL OR phase = 'POSTED' AND pending IS NULL));

-- What must be unique only where it is told costs nothing where it is not.
ALTER TABLE settlement.transfer
  DROP CONSTRAINT transfer_pending_key,
  DROP CONSTRAINT transfer_part_once;
CREATE UNIQUE INDEX transfer_pending_key ON settlement.transfer (pending) WHERE pending IS NOT NULL;
CREATE UNIQUE INDEX transfer_part_once ON settlement.transfer (distribution, credit)
    WHERE distribution IS NOT NULL;
CREATE INDEX transfer_corrects ON settlement.transfer (corrects) WHERE corrects IS NOT NULL;
CREATE INDEX transfer_expires ON settlement.transfer (expires_at) WHERE expires_at IS NOT NULL;

ALTER TABLE settlement.account ADD COLUMN closed_at timestamptz;

-- A balance changes with every transfer, and its row finds room beside its older self.
ALTER TABLE settlement.account SET (fillfactor = 50);
