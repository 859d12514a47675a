package eco.exchange.identity;

/** An account and the hash of its password. */
record Credentials(AccountView account, String passwordHash) {

  @Override
  public String toString() {
    return "Credentials[" + account.login() + "]";
  }
}
