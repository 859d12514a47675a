package eco.exchange.settlement.distribution;

import eco.exchange.sharing.Entitlement;
import java.util.List;

/**
 * The statement of one payee: what it was paid in a distribution, and why.
 *
 * @param distribution the whole distribution, so that anybody can recompute it
 * @param part what this payee was paid, with what was carried in and out
 * @param entitlements what each clause gave this payee, exactly, in fen
 */
public record StatementView(
    DistributionView distribution, DistributionView.Part part, List<Entitlement> entitlements) {

  /** Copies the list. */
  public StatementView {
    entitlements = List.copyOf(entitlements);
  }
}
