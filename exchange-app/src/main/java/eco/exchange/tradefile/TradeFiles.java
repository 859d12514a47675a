package eco.exchange.tradefile;

import eco.exchange.bidding.award.AwardView;
import eco.exchange.bidding.award.Awards;
import eco.exchange.bidding.desk.Bidding;
import eco.exchange.contracts.amendment.Amendments;
import eco.exchange.contracts.contract.AmendmentLinkView;
import eco.exchange.contracts.contract.ContractState;
import eco.exchange.contracts.contract.ContractView;
import eco.exchange.contracts.contract.Contracts;
import eco.exchange.identity.account.Accounts;
import eco.exchange.identity.account.PartyView;
import eco.exchange.listing.catalogue.ProductView;
import eco.exchange.listing.offer.ListingView;
import eco.exchange.listing.offer.Listings;
import eco.exchange.market.Page;
import eco.exchange.market.PartyId;
import eco.exchange.market.TradeId;
import eco.exchange.settlement.distribution.DistributionView;
import eco.exchange.settlement.distribution.EscrowView;
import eco.exchange.settlement.price.Prices;
import eco.exchange.settlement.sharing.Disbursements;
import eco.exchange.sharing.PriceInstalment;
import eco.exchange.tradefile.TradeFile.Amended;
import eco.exchange.tradefile.TradeFile.Appraisal;
import eco.exchange.tradefile.TradeFile.Face;
import eco.exchange.tradefile.TradeFile.Offer;
import eco.exchange.tradefile.TradeFile.Product;
import eco.exchange.tradefile.TradeFile.Result;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** The public files of trades, put together from the views of all modules. */
@ApplicationScoped
public class TradeFiles {

  private final Listings listings;
  private final Bidding bidding;
  private final Awards awards;
  private final Contracts contracts;
  private final Amendments amendments;
  private final Prices prices;
  private final Disbursements disbursements;
  private final Accounts accounts;
  private final PgPublicEvents happenings;

  TradeFiles(
      Listings listings,
      Bidding bidding,
      Awards awards,
      Contracts contracts,
      Amendments amendments,
      Prices prices,
      Disbursements disbursements,
      Accounts accounts,
      PgPublicEvents happenings) {
    this.listings = listings;
    this.bidding = bidding;
    this.awards = awards;
    this.contracts = contracts;
    this.amendments = amendments;
    this.prices = prices;
    this.disbursements = disbursements;
    this.accounts = accounts;
    this.happenings = happenings;
  }

  /** The public trades, the last disclosed first. */
  public Uni<Page<TradeLine>> list(Optional<String> after, int limit) {
    return listings
        .listings(after, limit)
        .map(page -> new Page<>(page.items().stream().map(TradeLine::of).toList(), page.after()));
  }

  /** The file of a trade; empty if there is none, or if it is not public yet. */
  public Uni<Optional<TradeFile>> of(TradeId trade) {
    return listings
        .listing(trade)
        .map(found -> found.filter(listing -> listing.state().isPublic()))
        .chain(
            found ->
                found
                    .map(listing -> file(listing).map(Optional::of))
                    .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
  }

  /** What has happened in a trade after a place in the log, in order. */
  public Uni<List<PublicEvent>> happenings(TradeId trade, long after, int limit) {
    return happenings.of(trade, after, limit);
  }

  private Uni<TradeFile> file(ListingView listing) {
    TradeId trade = listing.trade();
    Uni<Optional<ContractView>> contract = contracts.contractOf(trade).memoize().indefinitely();
    return Uni.combine()
        .all()
        .unis(
            nameOf(listing.transferor()),
            bidding.auction(trade),
            awards.award(trade).chain(this::result),
            contract.chain(this::face),
            contracts.certificateOf(trade),
            contract.chain(this::instalments),
            contract.chain(this::distributions))
        .with(
            (transferor, auction, result, drawn, certificate, instalments, distributions) ->
                new TradeFile(
                    trade,
                    listing.state(),
                    offer(listing, transferor),
                    auction,
                    result,
                    drawn,
                    certificate,
                    instalments,
                    distributions));
  }

  private Uni<String> nameOf(PartyId party) {
    return accounts.party(party).map(found -> found.map(PartyView::publicName).orElse(""));
  }

  private Uni<Optional<Result>> result(Optional<AwardView> found) {
    return found
        .map(award -> nameOf(award.winner()).map(name -> Optional.of(result(award, name))))
        .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
  }

  private Uni<List<PriceInstalment>> instalments(Optional<ContractView> contract) {
    return contract
        .map(drawn -> prices.escrow(drawn.contract()))
        .orElseGet(() -> Uni.createFrom().item(Optional.empty()))
        .map(escrow -> escrow.map(EscrowView::instalments).orElse(List.of()));
  }

  private Uni<List<DistributionView>> distributions(Optional<ContractView> contract) {
    return contract
        .map(drawn -> disbursements.distributions(drawn.contract()))
        .orElseGet(() -> Uni.createFrom().item(List.of()));
  }

  private static Result result(AwardView award, String winner) {
    return new Result(
        winner,
        award.paddle(),
        award.price(),
        award.offer().yearly(),
        award.awardedAt(),
        award.publicityEndsAt(),
        award.state(),
        award.opinion());
  }

  private Uni<Optional<Face>> face(Optional<ContractView> contract) {
    return contract
        .map(
            drawn ->
                amendments
                    .versions(drawn.contract())
                    .map(versions -> Optional.of(face(drawn, versions))))
        .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
  }

  private static Face face(ContractView contract, List<ContractView> versions) {
    return new Face(
        contract.contract(),
        contract.state(),
        contract.termsHash(),
        contract.issuedAt(),
        contract.effectiveAt(),
        versions.stream()
            .filter(version -> version.state() == ContractState.EFFECTIVE)
            .flatMap(version -> version.amends().map(link -> amended(version, link)).stream())
            .toList());
  }

  private static Amended amended(ContractView version, AmendmentLinkView link) {
    return new Amended(
        version.contract(), link.from().getYear(), version.termsHash(), version.effectiveAt());
  }

  private static Offer offer(ListingView listing, String transferor) {
    return new Offer(
        transferor,
        product(listing.product()),
        listing.rightGranted(),
        listing.termYears(),
        listing.use(),
        listing.method(),
        listing
            .appraisal()
            .map(report -> new Appraisal(report.value(), report.reportNumber()))
            .orElseThrow(),
        listing.conditions(),
        listing.terms(),
        listing.lotTerms().orElseThrow(),
        listing.plan(),
        listing.disclosedAt().orElseThrow(),
        listing.calendarFinal(),
        listing.attempt(),
        listing.relistOf());
  }

  private static Product product(ProductView product) {
    return new Product(
        product.name(),
        product.region(),
        product.watershed(),
        product.location(),
        product.kind(),
        product.quantity(),
        product.unit(),
        product.areaHm2(),
        product.title().owner(),
        product.ownership());
  }
}
