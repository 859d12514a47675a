package eco.exchange.contracts.contract;

import eco.exchange.contracts.deal.AmendmentLink;
import eco.exchange.market.ContractId;
import java.time.LocalDate;

/**
 * The link of an amendment to its contract, as pages show it.
 *
 * @param original the contract that was first concluded
 * @param previous the version before
 * @param from the first day of the first year whose incomes are shared by it
 */
public record AmendmentLinkView(ContractId original, ContractId previous, LocalDate from) {

  static AmendmentLinkView of(AmendmentLink amends) {
    return new AmendmentLinkView(amends.original(), amends.previous(), amends.from());
  }
}
