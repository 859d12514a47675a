package eco.exchange.lab.soak.bank.plain;

import eco.exchange.money.Money;
import eco.exchange.settlement.bank.BankEntry;

/**
 * A line by which the bank has told of an entry, and what an exchange may make of it.
 *
 * @param message the number of the message
 * @param place the place of the line in it
 * @param entry the entry
 * @param part which movement of the entry it tells; none, if it tells all of them in one sum
 * @param inStatement whether a statement tells it, and not a notice
 * @param said what it says, word for word
 * @param clearness whether it says what it is
 */
public record ToldLine(
    String message,
    int place,
    PlainEntry entry,
    int part,
    boolean inStatement,
    BankEntry said,
    Clearness clearness) {

  /** The part of a line that tells all parts. */
  static final int ALL = -1;

  /** Whether a line says what it is. */
  public enum Clearness {
    /** It does, and nobody need be asked. */
    CLEAR,
    /** It may be one thing or another, so it may be left to a person. */
    VAGUE,
    /** It tells of what the exchange has nothing to do with, and must be left to a person. */
    FOREIGN
  }

  /** By what the exchange knows the line. */
  public String key() {
    return message + "/" + place;
  }

  /** Whether it tells all movements of its entry in one sum. */
  public boolean isSum() {
    return part == ALL;
  }

  /** What it does to the balance. */
  public Money effect() {
    return isSum() ? entry.effect() : entry.movements().get(part).effect();
  }

  /** Whether it tells a movement. */
  public boolean tells(PlainMovement moved) {
    return isSum() ? entry.movements().contains(moved) : entry.movements().get(part).equals(moved);
  }
}
