package eco.exchange.server.bank;

import eco.exchange.settlement.bank.BankAccount;
import eco.exchange.settlement.bank.HouseAccount;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The settings of the exchange's own account: which it is, and at which bank. */
@Singleton
class HouseAccountSettings {

  private final HouseAccount account;

  HouseAccountSettings(
      @ConfigProperty(name = "exchange.bank.holder") String holder,
      @ConfigProperty(name = "exchange.bank.account") String number,
      @ConfigProperty(name = "exchange.bank.number") String bank) {
    this.account = new HouseAccount(new BankAccount(holder, number, bank));
  }

  @Produces
  @Singleton
  HouseAccount account() {
    return account;
  }
}
