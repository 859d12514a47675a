package eco.exchange.answer;

/**
 * One reason for a refusal, told so that the caller can mend it.
 *
 * @param reason the code
 * @param detail what was wrong, with the figures, in plain English
 */
public record Refusal(Reason reason, String detail) {

  /** The code and the detail in one line, for example 'TOO_LOW: 5.00, at least 6.00'. */
  public String told() {
    return "%s: %s".formatted(reason.name(), detail);
  }

  @Override
  public String toString() {
    return told();
  }
}
