package eco.exchange.answer;

/**
 * One reason for a refusal, told so that the caller can mend it.
 *
 * @param reason the code
 * @param detail what was wrong, with the figures, in plain English
 */
public record Refusal(Reason reason, String detail) {}
