package eco.exchange.settlement.ledger;

import eco.exchange.money.Money;

/**
 * The balance of an account at a moment.
 *
 * @param account the name of the account
 * @param balance what had entered it less what had left it
 * @param held the part of the balance that was held
 */
public record BalanceView(String account, Money balance, Money held) {}
