package eco.exchange.settlement.review;

import eco.exchange.market.ContractId;
import eco.exchange.money.Money;
import eco.exchange.money.Percentage;
import eco.exchange.money.Rational;
import java.util.List;

/**
 * A year's report held against the bank and against independent signs.
 *
 * @param contract the contract
 * @param year the year
 * @param edition how often the operator has reported: more than once if the report was corrected
 * @param reported what the operator has reported last
 * @param isReceived whether just that has come in at the bank
 * @param signals the independent signs
 */
public record Reconciliation(
    ContractId contract,
    int year,
    int edition,
    Money reported,
    boolean isReceived,
    List<SignalView> signals) {

  /**
   * How far a report may lie outside of what a sign says. No law sets a number; it is stated with
   * every reconciliation.
   */
  public static final Percentage TOLERANCE = Percentage.parse("5");

  /** Copies the list. */
  public Reconciliation {
    signals = List.copyOf(signals);
  }

  /**
   * A sign that the report does not agree with.
   *
   * @param kind where the sign comes from
   * @param isBelow whether less was reported than it says; else more
   * @param beyond by how much the report lies outside of what it says, tolerance aside
   */
  public record Difference(SignalKind kind, boolean isBelow, Money beyond) {}

  /** The tolerance that was used. */
  public Percentage tolerance() {
    return TOLERANCE;
  }

  /** Whether there is any sign besides the report and the bank. */
  public boolean isChecked() {
    return !signals.isEmpty();
  }

  /** Every difference beyond the tolerance. */
  public List<Difference> differences() {
    return signals.stream()
        .map(SignalView::signal)
        .filter(this::disagrees)
        .map(this::difference)
        .toList();
  }

  private boolean disagrees(NoteSignal sign) {
    return reported.isBelow(sign.low().minus(spare(sign.low())))
        || sign.high().plus(spare(sign.high())).isBelow(reported);
  }

  private static Money spare(Money amount) {
    return new Money(TOLERANCE.of(Rational.fenOf(amount)).floor());
  }

  private Difference difference(NoteSignal sign) {
    boolean isBelow = reported.isBelow(sign.low());
    Money beyond = isBelow ? sign.low().minus(reported) : reported.minus(sign.high());
    return new Difference(sign.kind(), isBelow, beyond);
  }
}
