package eco.exchange.listing.offer;

import eco.exchange.listing.catalogue.AppraisalView;
import eco.exchange.listing.catalogue.ProductView;
import eco.exchange.listing.offer.Listing.Award;
import eco.exchange.listing.offer.Listing.Offer;
import eco.exchange.listing.offer.Listing.Submission;
import eco.exchange.listing.offer.Listing.Trail;
import eco.exchange.market.AccountId;
import eco.exchange.market.PartyId;
import eco.exchange.market.ProductId;
import eco.exchange.market.TradeId;
import eco.exchange.money.Money;
import eco.exchange.sharing.TermsJson;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A listing as it lies in the table. */
@Entity
@Table(schema = "listing", name = "listing")
class ListingRow {

  @Id
  @Column(columnDefinition = "text")
  String trade;

  UUID request;

  @Column(name = "drafted_as")
  UUID draftedAs;

  @Column(name = "drafted_at")
  Instant draftedAt;

  UUID product;

  UUID transferor;

  UUID appraisal;

  @Column(name = "right_granted", columnDefinition = "text")
  String rightGranted;

  @Column(name = "term_years")
  int termYears;

  @Column(name = "permitted_use", columnDefinition = "text")
  String permittedUse;

  @Column(columnDefinition = "text")
  String how;

  @Column(name = "reserve_fen")
  long reserveFen;

  @Column(name = "increment_fen")
  long incrementFen;

  @Column(name = "deposit_fen")
  long depositFen;

  @Column(name = "payment_plan", columnDefinition = "text")
  @Nullable String paymentPlan;

  @Column(columnDefinition = "text")
  String decision;

  @Column(columnDefinition = "text")
  @Nullable String approval;

  @Column(columnDefinition = "text")
  String terms;

  // The name by which PostgreSQL itself calls text[], and by which Hibernate finds it there.
  @Column(columnDefinition = "_text")
  String[] conditions;

  @Column(name = "relist_of", columnDefinition = "text")
  @Nullable String relistOf;

  @Enumerated(EnumType.STRING)
  @Column(columnDefinition = "text")
  ListingState state;

  @Column(name = "submitted_by")
  @Nullable UUID submittedBy;

  int round;

  @Column(columnDefinition = "text")
  @Nullable String opinion;

  @Embedded @Nullable DisclosureColumns disclosure;

  @Nullable UUID winner;

  @Column(name = "price_fen")
  @Nullable Long priceFen;

  @Column(name = "unsold_cause", columnDefinition = "text")
  @Nullable String unsoldCause;

  @Version long version;

  /** For Hibernate, which fills the fields. */
  @SuppressWarnings("NullAway.Init")
  ListingRow() {}

  ListingRow(Listing.Draft listing) {
    Offer offer = listing.offer();
    trade = offer.trade().code();
    request = offer.draft().request();
    draftedAs = offer.draftedAs();
    draftedAt = offer.draftedAt();
    product = offer.product().id().id();
    transferor = offer.transferor().id();
    write(offer.draft());
    write(listing.state(), listing.trail());
  }

  /** Takes over what a move may change. */
  void write(Listing listing) {
    write(listing.offer().draft());
    write(listing.state(), listing.trail());
  }

  private void write(ListingState reached, Trail trail) {
    state = reached;
    submittedBy = trail.submission().map(it -> it.by().id()).orElse(null);
    round = trail.submission().map(Submission::round).orElse(0);
    opinion = trail.opinion().orElse(null);
    disclosure = trail.disclosure().map(DisclosureColumns::new).orElse(null);
    winner = trail.award().map(it -> it.winner().id()).orElse(null);
    priceFen = trail.award().map(it -> it.price().fen()).orElse(null);
    unsoldCause = trail.unsoldCause().orElse(null);
  }

  private void write(DraftListing draft) {
    appraisal = draft.appraisal();
    rightGranted = draft.rightGranted();
    termYears = draft.termYears();
    permittedUse = draft.use();
    how = ListingJson.write(draft.how());
    reserveFen = draft.reserve().fen();
    incrementFen = draft.increment().fen();
    depositFen = draft.deposit().fen();
    paymentPlan = draft.plan().map(ListingJson::write).orElse(null);
    decision = draft.decision();
    approval = draft.approval().orElse(null);
    terms = TermsJson.write(draft.terms());
    conditions = draft.conditions().toArray(String[]::new);
    relistOf = draft.relistOf().map(TradeId::code).orElse(null);
  }

  /** The listing, with what it refers to as that stands now. */
  Listing listing(
      ProductView productNow,
      Optional<AppraisalView> appraisalNow,
      Optional<TradeId> rival,
      Optional<EarlierTrade> earlier) {
    Offer offer =
        new Offer(
            new TradeId(trade),
            draftedAs,
            draftedAt,
            productNow,
            appraisalNow,
            rival,
            earlier,
            draft());
    return Listing.kept(state, offer, trail());
  }

  /** The listing as a later one looks back on it. */
  EarlierTrade earlier(Optional<TradeId> next) {
    return new EarlierTrade(new TradeId(trade), state, draft(), trail().disclosure(), next);
  }

  private DraftListing draft() {
    return new DraftListing(
        request,
        new ProductId(product),
        appraisal,
        rightGranted,
        termYears,
        permittedUse,
        ListingJson.methodTerms(how),
        new Money(reserveFen),
        new Money(incrementFen),
        new Money(depositFen),
        Optional.ofNullable(paymentPlan).map(ListingJson::paymentPlan),
        decision,
        Optional.ofNullable(approval),
        TermsJson.read(terms),
        List.of(conditions),
        Optional.ofNullable(relistOf).map(TradeId::new));
  }

  private Trail trail() {
    return new Trail(
        Optional.ofNullable(submittedBy).map(by -> new Submission(new AccountId(by), round)),
        Optional.ofNullable(disclosure).map(it -> it.disclosure(draft())),
        Optional.ofNullable(winner).map(this::award),
        Optional.ofNullable(opinion),
        Optional.ofNullable(unsoldCause));
  }

  private Award award(UUID party) {
    return new Award(new PartyId(party), new Money(Objects.requireNonNull(priceFen, trade)));
  }
}
