package eco.exchange.web.request;

import eco.exchange.contracts.contract.ContractView;
import eco.exchange.identity.account.Role;
import eco.exchange.market.PartyId;
import java.util.Arrays;
import java.util.Set;

/**
 * The right to see what is not public, which the parties have whose business it is, and those who
 * watch over the market. It remembers the caller, so that it can be asked after an asynchronous
 * step.
 */
public final class ViewingRights {

  private static final Set<Role> WATCHING =
      Set.of(Role.OFFICER, Role.MANAGER, Role.SUPERVISOR, Role.AUDITOR);

  private final boolean watches;
  private final PartyId party;

  private ViewingRights(boolean watches, PartyId party) {
    this.watches = watches;
    this.party = party;
  }

  /** The caller as an onlooker. */
  public static ViewingRights of(CurrentActor caller) {
    return new ViewingRights(caller.roles().stream().anyMatch(WATCHING::contains), caller.party());
  }

  /** Whether the caller may see the business of these parties. */
  public boolean maySee(PartyId... parties) {
    return watches || Arrays.asList(parties).contains(party);
  }

  /** Whether the caller may see a contract and what was paid by it. */
  public boolean maySee(ContractView contract) {
    return maySee(contract.transferor().id(), contract.transferee().id());
  }
}
