package eco.exchange.settlement.receipt;

import eco.exchange.market.ContractId;
import eco.exchange.market.PartyId;
import eco.exchange.market.TradeId;
import eco.exchange.money.Money;
import eco.exchange.sharing.Occasion;
import java.time.Instant;
import java.util.Optional;

/**
 * A virtual sub-account: the number to which one party pays one amount for one purpose.
 *
 * @param number nineteen digits, the last of which checks the others (Luhn)
 * @param trade the trade
 * @param purpose what the money is for
 * @param party who pays
 * @param contract the contract; empty for a deposit
 * @param occasion what is paid for; of a penalty, what came late; empty for a deposit
 * @param expected the amount that is awaited; only exactly this fits
 * @param dueAt the moment from which it is late; empty for a revenue and for a penalty
 * @param openedAt when the number was given out
 * @param state where the money stands
 * @param filledBy the receipt that filled it
 * @param returnDays within how many working days a deposit goes back (R-QUA-6), by the edition of
 *     the rules under which the trade was published; empty for everything else
 */
public record SubAccountView(
    String number,
    TradeId trade,
    SubAccountPurpose purpose,
    PartyId party,
    Optional<ContractId> contract,
    Optional<Occasion> occasion,
    Money expected,
    Optional<Instant> dueAt,
    Instant openedAt,
    State state,
    Optional<BankReceipt> filledBy,
    Optional<Integer> returnDays) {

  /** A sub-account on which something is awaited that does not go back. */
  public static SubAccountView awaited(
      String number,
      TradeId trade,
      SubAccountPurpose purpose,
      PartyId party,
      ContractId contract,
      Occasion occasion,
      Money expected,
      Optional<Instant> dueAt,
      Instant openedAt) {
    return new SubAccountView(
        number,
        trade,
        purpose,
        party,
        Optional.of(contract),
        Optional.of(occasion),
        expected,
        dueAt,
        openedAt,
        State.AWAITED,
        Optional.empty(),
        Optional.empty());
  }

  /** Where the money of a sub-account stands. */
  public enum State {
    /** It has not come in. */
    AWAITED,
    /** A deposit that has come in, and will become price or go back. */
    HELD,
    /** A deposit that stays where it is while a complaint is open (R-QUA-9). */
    FROZEN,
    /** A frozen deposit that goes back as soon as the complaint is settled. */
    TO_BE_RELEASED,
    /** A deposit that has become a part of the price. */
    APPLIED,
    /** A deposit that has been ordered back to its payer. */
    RELEASED,
    /** A deposit that its bidder has lost. */
    FORFEITED,
    /** Price or revenue that has come in. */
    RECEIVED,
    /** Nothing came in, and nothing is awaited any more. */
    CLOSED
  }

  /** This sub-account after a receipt has filled it. */
  public SubAccountView filled(BankReceipt receipt) {
    State filled = purpose == SubAccountPurpose.DEPOSIT ? State.HELD : State.RECEIVED;
    return next(filled, Optional.of(receipt));
  }

  /** This sub-account in another state. */
  public SubAccountView in(State next) {
    return next(next, filledBy);
  }

  private SubAccountView next(State next, Optional<BankReceipt> filler) {
    return new SubAccountView(
        number,
        trade,
        purpose,
        party,
        contract,
        occasion,
        expected,
        dueAt,
        openedAt,
        next,
        filler,
        returnDays);
  }

  /** Whether money is still awaited. */
  public boolean isAwaited() {
    return state == State.AWAITED;
  }

  /** Why a receipt does not fit; the first cause that applies, in the order of the causes. */
  public Optional<UnmatchedCause> misfit(BankReceipt receipt) {
    if (!isAwaited()) {
      return Optional.of(UnmatchedCause.ACCOUNT_CLOSED);
    }
    if (purpose == SubAccountPurpose.DEPOSIT && isLate(receipt)) {
      return Optional.of(UnmatchedCause.LATE);
    }
    return receipt.amount().equals(expected)
        ? Optional.empty()
        : Optional.of(UnmatchedCause.WRONG_AMOUNT);
  }

  // Only a deposit is refused for being late; a price that comes late is still the price.
  private boolean isLate(BankReceipt receipt) {
    return dueAt.filter(due -> !receipt.arrivedAt().isBefore(due)).isPresent();
  }
}
