package eco.exchange.web.settlement;

import eco.exchange.identity.account.Accounts;
import eco.exchange.identity.account.PartyView;
import eco.exchange.market.NamedParty;
import eco.exchange.market.PartyId;
import eco.exchange.settlement.banking.PayeeAccountView;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** The accounts of payees with the names of the parties, as they are registered. */
@ApplicationScoped
class PayeeAccountLines {

  private final Accounts accounts;

  PayeeAccountLines(Accounts accounts) {
    this.accounts = accounts;
  }

  /** One account that was noted. */
  Uni<PayeeAccountLine> of(PayeeAccountView view) {
    return of(List.of(view)).map(List::getFirst);
  }

  /** Several, in the same order; each party is looked up once. */
  Uni<List<PayeeAccountLine>> of(List<PayeeAccountView> views) {
    return Multi.createFrom()
        .items(views.stream().flatMap(PayeeAccountLines::parties).distinct())
        .onItem()
        .transformToUniAndConcatenate(this::named)
        .collect()
        .asMap(NamedParty::id)
        .map(names -> views.stream().map(view -> line(view, names)).toList());
  }

  private static Stream<PartyId> parties(PayeeAccountView view) {
    return Stream.concat(view.party().stream(), Stream.of(view.notedFor()));
  }

  private Uni<NamedParty> named(PartyId party) {
    return accounts
        .party(party)
        .map(found -> found.map(PartyView::ref).orElseGet(() -> new NamedParty(party, "")));
  }

  private static NamedParty named(PartyId party, Map<PartyId, NamedParty> names) {
    return Objects.requireNonNull(names.get(party));
  }

  private static PayeeAccountLine line(PayeeAccountView view, Map<PartyId, NamedParty> names) {
    return new PayeeAccountLine(
        view.number(),
        view.payee(),
        view.trade(),
        view.beneficiary(),
        view.party().map(party -> named(party, names)),
        view.account(),
        view.before(),
        view.isToldByPayee(),
        view.notedBy(),
        named(view.notedFor(), names),
        view.notedAt(),
        view.confirmedBy());
  }
}
