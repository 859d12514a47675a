package eco.exchange.flow;

import static eco.exchange.flow.FollowUp.done;
import static eco.exchange.flow.FollowUp.inOrder;

import eco.exchange.market.ContractId;
import eco.exchange.settlement.Disbursements;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * The way of a shared income to those it was given to: what is the watershed's goes to its fund,
 * what is the members' to the members, and the rest to the bank.
 */
@ApplicationScoped
class SharedIncomeFlow {

  private final ErosionProject works;
  private final RosterApproval villages;
  private final Disbursements disbursements;

  SharedIncomeFlow(ErosionProject works, RosterApproval villages, Disbursements disbursements) {
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
