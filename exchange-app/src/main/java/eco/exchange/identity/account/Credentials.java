package eco.exchange.identity.account;

/** An account and the hash of its password. */
public record Credentials(AccountView account, String passwordHash) {

  @Override
  public String toString() {
    return "Credentials[" + account.login() + "]";
  }
}
