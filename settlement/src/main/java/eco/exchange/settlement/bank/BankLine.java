package eco.exchange.settlement.bank;

/** One line of a message of the bank: a movement, or the answer to a payment. */
public sealed interface BankLine permits BankEntry, OrderAnswer {}
