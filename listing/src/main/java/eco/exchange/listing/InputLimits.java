package eco.exchange.listing;

import eco.exchange.answer.Reason;
import eco.exchange.answer.Refusal;
import eco.exchange.money.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/**
 * The limits of what is taken in at all: sizes of texts, lists and amounts.
 *
 * <p>They keep nonsense out of the database. Whether an offer may be sold is another question, for
 * {@code SubmissionRules}. Every fault is told, in the order in which the fields are named.
 */
public final class InputLimits {

  /** How long a name may be. */
  public static final int NAME_MAX = 200;

  /** How many items a list may have. */
  public static final int LIST_MAX = 50;

  private static final int TEXT_MAX = 2_000;
  private static final Money AMOUNT_MAX = new Money(1_000_000_000_000_000L);

  private final List<Refusal> faults = new ArrayList<>();

  /** The limits of an opinion, a dispute or a cause. */
  public static List<Refusal> ofText(String field, String text) {
    return new InputLimits().text(field, text).faults();
  }

  /** Everything that is outside its limits so far; empty if nothing is. */
  public List<Refusal> faults() {
    return List.copyOf(faults);
  }

  /** A name is one line. */
  public InputLimits name(String field, String text) {
    boolean isLine = text.chars().noneMatch(Character::isISOControl);
    return check(
        field,
        isLine && !text.isBlank() && fits(text, NAME_MAX),
        "must be one line of 1 to 200 characters");
  }

  /** A text may have several lines. */
  public InputLimits text(String field, String text) {
    return check(
        field, !text.isBlank() && fits(text, TEXT_MAX), "must be of 1 to 2,000 characters");
  }

  /** An amount is not negative, and not beyond what any sale can bring. */
  public InputLimits amount(String field, Money amount) {
    boolean fits = !amount.isBelow(Money.ZERO) && !AMOUNT_MAX.isBelow(amount);
    return check(field, fits, "must lie between 0 and 10^13 yuan");
  }

  /** The same limit for each of several things. */
  public <T> InputLimits each(Iterable<T> things, BiFunction<InputLimits, T, InputLimits> limit) {
    InputLimits limits = this;
    for (T thing : things) {
      limits = limit.apply(limits, thing);
    }
    return limits;
  }

  /** A limit of one field. */
  public InputLimits check(String field, boolean isWithin, String otherwise) {
    return check(isWithin, ListingRefusal.INPUT_INVALID, field + " " + otherwise);
  }

  /** A limit that has a reason of its own. */
  public InputLimits check(boolean isWithin, Reason reason, String detail) {
    if (!isWithin) {
      faults.add(new Refusal(reason, detail));
    }
    return this;
  }

  /** Whether the database can keep a text of at most so many characters. */
  public static boolean fits(String text, int max) {
    // PostgreSQL keeps every character but this one.
    return text.length() <= max && text.indexOf('\0') < 0;
  }
}
