package eco.exchange.settlement.deposit;

import eco.exchange.market.NamedParty;
import eco.exchange.money.Money;

/**
 * The division of a lost deposit (R-QUA-8): the service fees of both sides come first.
 *
 * @param fees the service fees of both sides, as agreed with the centre
 * @param centre who is paid the fees, by name
 * @param transferor who is paid the rest
 */
public record Forfeit(Money fees, String centre, NamedParty transferor) {

  /** Rejects fees below nothing. */
  public Forfeit {
    if (fees.isBelow(Money.ZERO)) {
      throw new IllegalArgumentException("fees of less than nothing: " + fees);
    }
  }

  /** What of a deposit goes for the fees. */
  Money feesOf(Money deposit) {
    return deposit.isBelow(fees) ? deposit : fees;
  }
}
