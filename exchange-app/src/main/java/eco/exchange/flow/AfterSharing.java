package eco.exchange.flow;

import static eco.exchange.flow.Following.done;
import static eco.exchange.flow.Following.inOrder;

import eco.exchange.market.ContractId;
import eco.exchange.settlement.Disbursements;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * The way of a shared income to those it was given to: what is the watershed's goes to its fund,
 * what is the members' to the members, and the rest to the bank.
 */
@ApplicationScoped
class AfterSharing {

  private final Works works;
  private final Villages villages;
  private final Disbursements disbursements;

  AfterSharing(Works works, Villages villages, Disbursements disbursements) {
    this.works = works;
    this.villages = villages;
    this.disbursements = disbursements;
  }

  /** Sends everything of a contract on its way that is not on it yet. */
  Uni<Void> follow(ContractId contract) {
    return inOrder(
        () -> works.gather(contract),
        () -> villages.allot(contract),
        () -> done(disbursements.payOut(contract)));
  }
}
