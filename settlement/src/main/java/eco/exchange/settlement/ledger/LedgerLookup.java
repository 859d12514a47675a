package eco.exchange.settlement.ledger;

import eco.exchange.money.Money;
import java.util.Optional;

/** The facts that the rules of the ledger must know to judge a transfer. */
interface LedgerLookup {

  LedgerAccount account(AccountName name);

  Optional<Transfer> transfer(String key);

  /** What has resolved a hold. */
  Optional<Transfer> resolution(String hold);

  /** What has gone back of a mistaken transfer. */
  Money corrected(String mistaken);
}
