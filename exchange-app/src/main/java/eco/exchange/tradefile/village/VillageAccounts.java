package eco.exchange.tradefile.village;

import eco.exchange.identity.secret.PersonVault;
import eco.exchange.market.NamedParty;
import eco.exchange.market.PartyId;
import eco.exchange.settlement.allotment.Allotments;
import eco.exchange.settlement.allotment.MemberStatementView;
import eco.exchange.settlement.arrears.Arrears;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** The accounts of villages and their members, put together for the interface and for the pages. */
@ApplicationScoped
public class VillageAccounts {

  private final Allotments allotments;
  private final Arrears arrears;
  private final Clock clock;

  VillageAccounts(Allotments allotments, Arrears arrears, Clock clock) {
    this.allotments = allotments;
    this.arrears = arrears;
    this.clock = clock;
  }

  /** The villages of any contract, by name. */
  public Uni<List<NamedParty>> villages() {
    return allotments.villages();
  }

  /** The account of a village; empty if it is no payee of any contract. */
  public Uni<Optional<VillageAccount>> of(PartyId village) {
    return villages()
        .map(all -> all.stream().filter(one -> one.id().equals(village)).findFirst())
        .chain(
            found ->
                found
                    .map(collective -> account(collective).map(Optional::of))
                    .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
  }

  private Uni<VillageAccount> account(NamedParty collective) {
    return Uni.combine()
        .all()
        .unis(allotments.village(collective.id()), arrears.touching(collective.id()))
        .with((lines, late) -> VillageAccount.of(collective, lines, late, clock.instant()));
  }

  /** What the person with this code was given; empty if nobody has it. */
  public Uni<Optional<MemberStatementView>> statement(String code) {
    return allotments.statement(PersonVault.hash(code));
  }
}
