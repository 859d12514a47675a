package eco.exchange.rulebook;

/**
 * The source of a number of the rules.
 *
 * @param parameter the name of the number in the edition, for example disclosureWorkingDays
 * @param rule the id of the rule, for example R-DIS-1
 * @param source the law or practice that the rule is taken from, or that it is the exchange's own
 */
public record Citation(String parameter, String rule, String source) {}
