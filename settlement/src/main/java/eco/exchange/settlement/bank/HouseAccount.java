package eco.exchange.settlement.bank;

/**
 * The exchange's own account at its bank (专户), under which the sub-accounts are numbers.
 *
 * @param account the account
 */
public record HouseAccount(BankAccount account) {

  /** Rejects what no bank would know as an account. */
  public HouseAccount {
    if (!account.hasTheForm()) {
      throw new IllegalArgumentException("no account at a bank: " + account);
    }
  }
}
