package eco.exchange.contracts.contract;

import eco.exchange.answer.Answer;
import eco.exchange.contracts.ContractRefusal;
import eco.exchange.event.ContractEvent;
import eco.exchange.event.MarketEvent;
import eco.exchange.market.ContractId;
import eco.exchange.money.Money;
import java.time.Instant;
import java.util.Optional;

/**
 * A transaction certificate that is due: the contract is in force and its price is paid (R-POST-7).
 *
 * @param contract the contract
 * @param view the certificate
 */
record DueCertificate(Contract.Effective contract, CertificateView view) {

  /** Judges whether a certificate is due. */
  static Answer<DueCertificate> of(
      ContractId id, Optional<Contract> found, Money paid, Instant at) {
    if (found.isEmpty()) {
      return Answer.refused(ContractRefusal.CONTRACT_UNKNOWN, "no contract " + id);
    } else if (!(found.get() instanceof Contract.Effective effective)) {
      return Answer.refused(ContractRefusal.NOT_EFFECTIVE, "not in force: " + found.get().state());
    } else if (!paid.equals(effective.facts().price())) {
      return Answer.refused(
          ContractRefusal.PRICE_DIFFERS,
          "paid %s, and the price is %s".formatted(paid, effective.facts().price()));
    } else {
      String number = id.trade().code() + "-P" + id.version();
      return Answer.done(new DueCertificate(effective, new CertificateView(number, id, paid, at)));
    }
  }

  MarketEvent event() {
    ContractId id = view.contract();
    return new ContractEvent.TradeCertified(id.trade(), id, view.number());
  }
}
