package eco.exchange.settlement.bank;

/** One line of a message of the bank: of an account, or the answer to a payment. */
public sealed interface BankLine permits AccountLine, OrderAnswer {}
