package eco.exchange.settlement.receipt;

import eco.exchange.market.ContractId;
import eco.exchange.market.PartyId;
import eco.exchange.market.TradeId;
import eco.exchange.money.Money;
import eco.exchange.sharing.Occasion;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A virtual sub-account: the number to which one party pays one amount for one purpose.
 *
 * @param number nineteen digits, the last of which checks the others (Luhn)
 * @param trade the trade
 * @param purpose what the money is for
 * @param party who pays
 * @param contract the contract; empty for a deposit
 * @param occasion what is paid for; of a penalty, what came late; empty for a deposit
 * @param expected the amount that is awaited; it may come in parts. Of a deposit no more fits, of
 *     everything else a surplus goes back
 * @param dueAt the moment from which it is late; empty for a revenue and for a penalty
 * @param openedAt when the number was given out
 * @param state where the money stands
 * @param filledBy the receipt that filled it
 * @param returnDays within how many working days a deposit goes back (R-QUA-6), by the edition of
 *     the rules under which the trade was published; empty for everything else
 * @param recourseOf of a recourse, the sub-account whose money the bank has taken back
 * @param parts what came in before it was whole, oldest first
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
    Optional<Integer> returnDays,
    Optional<String> recourseOf,
    List<BankReceipt> parts) {

  /** Copies the parts. */
  public SubAccountView {
    parts = List.copyOf(parts);
  }

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
        Optional.empty(),
        Optional.empty(),
        List.of());
  }

  /**
   * The sub-account on which a payer pays anew what the bank has taken back from this one.
   *
   * @param owed how much
   */
  public SubAccountView recourse(String another, Money owed, Instant now) {
    return new SubAccountView(
        another,
        trade,
        SubAccountPurpose.RECOURSE,
        party,
        contract,
        occasion,
        owed,
        Optional.empty(),
        now,
        State.AWAITED,
        Optional.empty(),
        Optional.empty(),
        Optional.of(number),
        List.of());
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
    /** A deposit that the bank has taken back while it was held. */
    TAKEN_BACK,
    /** What was awaited did not come in, or not whole, and is awaited no more. */
    CLOSED
  }

  /** This sub-account after a receipt that fits, which may be a part. */
  public SubAccountView filled(BankReceipt receipt) {
    State whole = isDeposit() ? State.HELD : State.RECEIVED;
    return receipt.amount().isBelow(missing(receipt))
        ? next(state, filledBy, Stream.concat(parts.stream(), Stream.of(receipt)).toList())
        : next(whole, Optional.of(receipt), parts);
  }

  private boolean isDeposit() {
    return purpose == SubAccountPurpose.DEPOSIT;
  }

  /** This sub-account in another state. */
  public SubAccountView in(State next) {
    return next(next, filledBy, parts);
  }

  /** This sub-account with these parts. */
  public SubAccountView with(List<BankReceipt> other) {
    return next(state, filledBy, other);
  }

  private SubAccountView next(State next, Optional<BankReceipt> filler, List<BankReceipt> others) {
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
        returnDays,
        recourseOf,
        others);
  }

  /** This sub-account with what another telling of it knows to have come in. */
  public SubAccountView and(SubAccountView other) {
    return next(
        state,
        filledBy.or(other::filledBy),
        Stream.concat(parts.stream(), other.parts.stream()).toList());
  }

  /** What counts of what came in, oldest first: of a deposit, what its payer has paid. */
  public Stream<BankReceipt> receipts() {
    return Stream.concat(parts.stream().filter(part -> !isBeside(part)), filledBy.stream());
  }

  /**
   * What others have paid for a deposit that is whole without it; of one that never became whole,
   * everything, if several have paid for it.
   */
  public List<BankReceipt> beside() {
    return parts.stream().filter(this::isBeside).toList();
  }

  // Whoever pays a debt, it is paid; but a deposit binds a bidder.
  private boolean isBeside(BankReceipt part) {
    return isDeposit()
        && filledBy
            .map(last -> !last.isOfPayerOf(part))
            .orElseGet(
                () ->
                    state == State.CLOSED
                        && parts.stream().anyMatch(other -> !other.isOfPayerOf(part)));
  }

  /** What came in beyond what was awaited; nothing as long as something is missing. */
  public Money surplus() {
    Money came = receipts().map(BankReceipt::amount).reduce(Money.ZERO, Money::plus);
    return isDeposit() || came.isBelow(expected) ? Money.ZERO : came.minus(expected);
  }

  /** What counts of what came in, oldest first, without what is too much of the last. */
  public List<BankReceipt> counted() {
    return receipts()
        .map(
            one ->
                filledBy.filter(one::equals).isPresent()
                    ? one.of(one.amount().minus(surplus()))
                    : one)
        .toList();
  }

  /** Whether a receipt has come in here. */
  public boolean has(String receipt) {
    return worth(receipt).isPresent();
  }

  /** How much came in by a receipt; empty if it has not come in here. */
  public Optional<Money> worth(String receipt) {
    return Stream.concat(parts.stream(), filledBy.stream())
        .filter(one -> one.reference().equals(receipt))
        .map(BankReceipt::amount)
        .findFirst();
  }

  /** What has not come in yet; of a deposit, from whoever has paid most of it. */
  public Money missing() {
    Money least = receipts().map(this::missing).min(Comparator.naturalOrder()).orElse(expected);
    return least.isBelow(Money.ZERO) ? Money.ZERO : least;
  }

  // What a stranger has paid neither counts for a bidder nor stands in the way.
  private Money missing(BankReceipt of) {
    return receipts()
        .filter(one -> !isDeposit() || of.isOfPayerOf(one))
        .map(BankReceipt::amount)
        .reduce(expected, Money::minus);
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
    // Only a deposit is refused for being late; a price that comes late is still the price.
    if (purpose == SubAccountPurpose.DEPOSIT && isDueBy(receipt.earliest())) {
      return Optional.of(UnmatchedCause.LATE);
    }
    if (purpose == SubAccountPurpose.DEPOSIT && isDueBy(receipt.arrivedAt())) {
      return Optional.of(UnmatchedCause.TIME_UNCLEAR);
    }
    return fits(receipt) ? Optional.empty() : Optional.of(UnmatchedCause.WRONG_AMOUNT);
  }

  // A bank limits what may be transferred at once, so all may come in several transfers. Only a
  // deposit must be exact: of everything else what is too much goes back.
  private boolean fits(BankReceipt receipt) {
    return !isDeposit() || !missing(receipt).isBelow(receipt.amount());
  }

  private boolean isDueBy(Instant moment) {
    return dueAt.filter(due -> !moment.isBefore(due)).isPresent();
  }
}
