package eco.exchange.tradefile.paper;

import eco.exchange.bidding.award.AwardView;
import eco.exchange.contracts.deal.Deal;
import eco.exchange.contracts.issue.DealConfirmation;
import eco.exchange.contracts.issue.DisclosureNotice;
import eco.exchange.contracts.statement.StatementPaper;
import eco.exchange.contracts.statement.VillagersNotice;
import eco.exchange.identity.account.Accounts;
import eco.exchange.identity.account.PartyView;
import eco.exchange.listing.catalogue.AppraisalView;
import eco.exchange.listing.catalogue.Title;
import eco.exchange.listing.offer.ListingView;
import eco.exchange.listing.offer.Listings;
import eco.exchange.market.PartyId;
import eco.exchange.market.TradeId;
import eco.exchange.method.LotTerms;
import eco.exchange.settlement.distribution.DistributionView;
import eco.exchange.settlement.distribution.EscrowView;
import eco.exchange.settlement.distribution.StatementView;
import eco.exchange.settlement.price.Prices;
import eco.exchange.sharing.SealedContract;
import eco.exchange.tradefile.deal.Deals;
import eco.exchange.wording.MethodWording;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The contents of the papers of the centre, put together from the views of all modules. */
@ApplicationScoped
public class CentrePapers {

  private final Listings listings;
  private final Prices prices;
  private final Accounts accounts;
  private final Deals deals;
  private final Clock clock;

  CentrePapers(Listings listings, Prices prices, Accounts accounts, Deals deals, Clock clock) {
    this.listings = listings;
    this.prices = prices;
    this.accounts = accounts;
    this.deals = deals;
    this.clock = clock;
  }

  /** The notice of a sale; empty until it is disclosed. */
  public Uni<Optional<DisclosureNotice>> notice(TradeId trade) {
    return listings
        .listing(trade)
        .map(found -> found.filter(listing -> listing.state().isPublic()))
        .chain(
            found ->
                found
                    .map(
                        listing ->
                            publicName(listing.transferor())
                                .map(name -> Optional.of(notice(listing, name))))
                    .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
  }

  private DisclosureNotice notice(ListingView listing, String transferor) {
    LotTerms lot = listing.lotTerms().orElseThrow();
    AppraisalView appraisal = listing.appraisal().orElseThrow();
    Title title = listing.product().title();
    return new DisclosureNotice(
        listing.trade(),
        transferor,
        new DisclosureNotice.Holders(title.owner(), title.user(), title.operator()),
        Deals.subject(listing),
        new Deal.Appraisal(appraisal.value(), appraisal.reportNumber()),
        listing.method(),
        MethodWording.rules(lot),
        new DisclosureNotice.Prices(lot.reserve(), lot.increment(), lot.deposit()),
        dates(listing, lot),
        lot.ruleEdition(),
        Deals.decisions(listing),
        listing.conditions(),
        listing.terms(),
        listing.attempt(),
        listing.relistOf(),
        deals.note(),
        listing.plan());
  }

  private static DisclosureNotice.Dates dates(ListingView listing, LotTerms lot) {
    return new DisclosureNotice.Dates(
        listing.disclosedAt().orElseThrow(),
        lot.applicationsCloseAt(),
        lot.depositsDueAt(),
        lot.opensAt(),
        lot.closesAt(),
        listing.calendarFinal());
  }

  /** The letter by which an approved award is confirmed; empty while it is not approved. */
  public Uni<Optional<DealConfirmation>> confirmation(AwardView award) {
    return award.state() == AwardView.State.APPROVED
        ? deals.of(award.trade()).map(deal -> Optional.of(confirmation(award, deal)))
        : Uni.createFrom().item(Optional.empty());
  }

  private DealConfirmation confirmation(AwardView award, Deal deal) {
    Instant now = clock.instant();
    return new DealConfirmation(
        award.trade(),
        award.attempt(),
        deal.transferor().party(),
        deal.transferee().party(),
        award.paddle(),
        deal.subject(),
        deal.sale(),
        award.publicityEndsAt(),
        award.signBy().orElseThrow(),
        now,
        deal.note());
  }

  /** The statement of one payee. */
  public Uni<StatementPaper> statement(StatementView told) {
    DistributionView shared = told.distribution();
    return contract(shared)
        .map(
            contract ->
                new StatementPaper(
                    contract, shared.statement(), told.part().payee(), shared.at(), deals.note()));
  }

  /** What the village is told of a distribution. */
  public Uni<VillagersNotice> villagersNotice(DistributionView shared) {
    TradeId trade = shared.contract().trade();
    return Uni.combine()
        .all()
        .unis(contract(shared), listings.listing(trade).map(Optional::orElseThrow))
        .asTuple()
        .chain(
            both ->
                names(both.getItem1())
                    .map(
                        names ->
                            new VillagersNotice(
                                both.getItem1(),
                                shared.statement(),
                                inWords(both.getItem2(), names),
                                shared.at(),
                                deals.note())));
  }

  private static VillagersNotice.InWords inWords(ListingView listing, List<String> names) {
    return new VillagersNotice.InWords(
        listing.product().name(),
        listing.product().watershed(),
        listing.rightGranted(),
        names.getFirst(),
        names.getLast());
  }

  private Uni<List<String>> names(SealedContract contract) {
    return Uni.combine()
        .all()
        .unis(publicName(contract.transferor()), publicName(contract.transferee()))
        .with((String seller, String buyer) -> List.of(seller, buyer));
  }

  private Uni<SealedContract> contract(DistributionView shared) {
    return prices
        .escrow(shared.contract())
        .map(Optional::orElseThrow)
        .map(EscrowView::versions)
        .map(versions -> versions.inForce(shared.occasion()));
  }

  private Uni<String> publicName(PartyId party) {
    return accounts.party(party).map(Optional::orElseThrow).map(PartyView::publicName);
  }
}
