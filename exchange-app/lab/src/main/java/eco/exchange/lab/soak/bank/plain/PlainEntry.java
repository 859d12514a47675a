package eco.exchange.lab.soak.bank.plain;

import eco.exchange.calendar.WorkingCalendar;
import eco.exchange.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * An entry of the bank's book, of one movement or of several that were booked in one sum.
 *
 * @param number the bank's number of it; the bank begins anew each year
 * @param file the file of payments that it carries out; empty if none
 * @param movements the movements, all of one kind and booked at one moment
 * @param telling how the bank tells of it
 */
public record PlainEntry(
    String number, String file, List<PlainMovement> movements, Telling telling) {

  /** How the bank tells of an entry in notices, and how in the statement of the day. */
  public enum Telling {
    /** With its number and all names, in both. */
    FULL,
    /** In a notice with its number and no names. */
    WITHOUT_NAMES,
    /** In a notice by the number of the movement alone, in the statement by both. */
    OWN_NUMBER_FIRST,
    /** In a notice by the number of the entry, in the statement by that of the movement. */
    OTHER_NUMBER_LATER,
    /** By the day alone. */
    BY_DAY,
    /** In a notice by day and amount and nothing else: nobody can know what it is. */
    VAGUE,
    /** In parts in both. */
    IN_PARTS,
    /** In a notice in parts, in the statement as a sum. */
    AS_SUM_LATER,
    /** In a notice as a sum, in the statement in parts. */
    IN_PARTS_LATER
  }

  /** Copies the movements. */
  public PlainEntry {
    movements = List.copyOf(movements);
  }

  public PlainMovement.Kind kind() {
    return movements.getFirst().kind();
  }

  public Instant at() {
    return movements.getFirst().at();
  }

  public LocalDate day() {
    return WorkingCalendar.dayOf(at());
  }

  public Money amount() {
    return movements.stream().map(PlainMovement::amount).reduce(Money.ZERO, Money::plus);
  }

  public Money effect() {
    return movements.stream().map(PlainMovement::effect).reduce(Money.ZERO, Money::plus);
  }
}
