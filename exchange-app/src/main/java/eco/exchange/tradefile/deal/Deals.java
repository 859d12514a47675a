package eco.exchange.tradefile.deal;

import eco.exchange.bidding.award.AwardView;
import eco.exchange.bidding.award.Awards;
import eco.exchange.contracts.deal.Deal;
import eco.exchange.identity.account.Accounts;
import eco.exchange.listing.catalogue.AppraisalView;
import eco.exchange.listing.catalogue.ProductView;
import eco.exchange.listing.offer.ListingView;
import eco.exchange.listing.offer.Listings;
import eco.exchange.market.ContractId;
import eco.exchange.market.PartyId;
import eco.exchange.market.TradeId;
import eco.exchange.method.LotTerms;
import eco.exchange.server.time.MarketTime;
import eco.exchange.sharing.RevenueBid;
import eco.exchange.sharing.SharingTerms;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The deals that contracts state, put together from the listing, the award, and the two parties.
 */
@ApplicationScoped
public class Deals {

  private static final String DEMONSTRATION = "演示市场生成:收益分配比例等为示例,本文件不具法律效力。";

  private final Listings listings;
  private final Awards awards;
  private final Accounts accounts;
  private final Optional<String> note;

  Deals(Listings listings, Awards awards, Accounts accounts, MarketTime time) {
    this.listings = listings;
    this.awards = awards;
    this.accounts = accounts;
    // Where time can be moved nothing is real, and no paper may look as if it were.
    this.note = time.movable() ? Optional.of(DEMONSTRATION) : Optional.empty();
  }

  /**
   * The deal of a trade that is awarded, whose contract is numbered as the award; fails if any part
   * of it is not there.
   */
  public Uni<Deal> of(TradeId trade) {
    return listings
        .listing(trade)
        .map(listing -> there(listing, "listing", trade))
        .chain(
            listing ->
                awards.award(trade).chain(award -> of(listing, there(award, "award", trade))));
  }

  /** What must stand on every paper of this exchange; empty where it is in earnest. */
  public Optional<String> note() {
    return note;
  }

  private Uni<Deal> of(ListingView listing, AwardView award) {
    return signatory(listing.transferor())
        .chain(
            transferor ->
                signatory(award.winner())
                    .map(transferee -> deal(listing, award, transferor, transferee)));
  }

  private Uni<Deal.Signatory> signatory(PartyId party) {
    return accounts
        .party(party)
        .map(found -> there(found, "party", party))
        .map(view -> new Deal.Signatory(view.ref(), view.code(), Optional.empty()));
  }

  private Deal deal(
      ListingView listing, AwardView award, Deal.Signatory transferor, Deal.Signatory transferee) {
    AppraisalView appraisal = there(listing.appraisal(), "appraisal", listing.trade());
    return new Deal(
        new ContractId(listing.trade(), award.attempt()),
        transferor,
        transferee,
        subject(listing),
        new Deal.Appraisal(appraisal.value(), appraisal.reportNumber()),
        sale(listing, award),
        terms(listing, award),
        note);
  }

  /** The terms as published, with what the winner has bid of each year's revenue in its place. */
  private static SharingTerms terms(ListingView listing, AwardView award) {
    return award
        .offer()
        .yearly()
        .map(bid -> RevenueBid.into(listing.terms(), bid.rent(), bid.share()))
        .orElse(listing.terms());
  }

  /** What a listing offers, as papers state it. */
  public static Deal.Subject subject(ListingView listing) {
    ProductView product = listing.product();
    return new Deal.Subject(
        product.name(),
        product.kind(),
        product.quantity(),
        product.unit(),
        product.region(),
        product.watershed(),
        product.location(),
        product.areaHm2(),
        product.ownership(),
        product.title().certificate(),
        listing.rightGranted(),
        listing.termYears(),
        listing.use());
  }

  /** The documents by which a sale was decided and, where needed, approved. */
  public static List<String> decisions(ListingView listing) {
    return Stream.concat(Stream.of(listing.decision()), listing.approval().stream()).toList();
  }

  private static Deal.Sale sale(ListingView listing, AwardView award) {
    LotTerms terms = there(listing.lotTerms(), "published terms", listing.trade());
    Instant disclosedAt = there(listing.disclosedAt(), "disclosure", listing.trade());
    return new Deal.Sale(
        listing.method(),
        terms.ruleEdition(),
        terms.reserve(),
        award.price(),
        award.offer().yearly(),
        terms.deposit(),
        disclosedAt,
        terms.applicationsCloseAt(),
        award.awardedAt(),
        decisions(listing),
        listing.plan());
  }

  private static <T> T there(Optional<T> part, String what, Object of) {
    return part.orElseThrow(() -> new IllegalStateException("no " + what + " of " + of));
  }
}
