package eco.exchange.settlement.bank;

/** One thing that a message of the bank tells: a movement, or what it says to a payment. */
public sealed interface BankLine permits BankEntry, OrderAnswer {}
