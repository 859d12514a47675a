package eco.exchange.listing;

import eco.exchange.listing.product.AppraisalView;
import eco.exchange.listing.product.CatalogueProduct;
import eco.exchange.listing.product.ProductView;
import eco.exchange.listing.product.RecordAppraisal;
import eco.exchange.market.Actor;
import eco.exchange.market.Answer;
import eco.exchange.market.Page;
import eco.exchange.market.PartyId;
import eco.exchange.market.ProductId;
import eco.exchange.market.TradeId;
import eco.exchange.money.Money;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Takes products into the catalogue and lists them for sale. The only door into this module. */
@ApplicationScoped
public class Listings {

  Listings() {}

  /** Enters a product in the catalogue, for the party of the actor. */
  public Uni<Answer<ProductView>> catalogue(CatalogueProduct product, Actor transferor) {
    throw new UnsupportedOperationException();
  }

  /** Confirms a title after checking its papers; this also settles a dispute. */
  public Uni<Answer<ProductView>> confirmTitle(ProductId product, Actor officer) {
    throw new UnsupportedOperationException();
  }

  /** Marks a title as contested, which blocks every listing that is not yet disclosed. */
  public Uni<Answer<ProductView>> disputeTitle(ProductId product, String dispute, Actor officer) {
    throw new UnsupportedOperationException();
  }

  /** Records an appraisal report. */
  public Uni<Answer<AppraisalView>> appraise(RecordAppraisal appraisal, Actor appraiser) {
    throw new UnsupportedOperationException();
  }

  /** Drafts a listing and gives it its trade code. */
  public Uni<Answer<ListingView>> draft(DraftListing draft, Actor transferor) {
    throw new UnsupportedOperationException();
  }

  /** Writes a draft or a returned listing anew. */
  public Uni<Answer<ListingView>> revise(TradeId trade, DraftListing draft, Actor transferor) {
    throw new UnsupportedOperationException();
  }

  /** Hands a listing in for review, or tells everything that stands against it. */
  public Uni<Answer<ListingView>> submit(TradeId trade, Actor transferor) {
    throw new UnsupportedOperationException();
  }

  /** Sends a listing back to its transferor, with the reviewer's opinion. */
  public Uni<Answer<ListingView>> returnToTransferor(
      TradeId trade, String opinion, Actor reviewer) {
    throw new UnsupportedOperationException();
  }

  /** Publishes a listing under the rule edition of the day and freezes its terms. */
  public Uni<Answer<ListingView>> disclose(TradeId trade, Actor reviewer, Actor approver) {
    throw new UnsupportedOperationException();
  }

  /** Takes note that a bidder has won. */
  public Uni<Answer<ListingView>> awarded(TradeId trade, PartyId winner, Money price) {
    throw new UnsupportedOperationException();
  }

  /** Takes note that nobody gets the lot. */
  public Uni<Answer<ListingView>> unsold(TradeId trade, String cause) {
    throw new UnsupportedOperationException();
  }

  /** Takes note that the transaction certificate is issued. */
  public Uni<Answer<ListingView>> certified(TradeId trade) {
    throw new UnsupportedOperationException();
  }

  /** A listing in any state; whether the asker may see it is for the caller to judge. */
  public Uni<Optional<ListingView>> listing(TradeId trade) {
    throw new UnsupportedOperationException();
  }

  /** The public listings, the last disclosed first. */
  public Uni<Page<ListingView>> listings(Optional<String> after, int limit) {
    throw new UnsupportedOperationException();
  }

  /** The listings of one transferor in every state, the last drafted first. */
  public Uni<Page<ListingView>> listingsOf(PartyId transferor, Optional<String> after, int limit) {
    throw new UnsupportedOperationException();
  }

  /** A product of the catalogue. */
  public Uni<Optional<ProductView>> product(ProductId product) {
    throw new UnsupportedOperationException();
  }

  /** The products of the catalogue, the last entered first. */
  public Uni<Page<ProductView>> products(Optional<String> after, int limit) {
    throw new UnsupportedOperationException();
  }

  /** An appraisal. */
  public Uni<Optional<AppraisalView>> appraisal(UUID appraisal) {
    throw new UnsupportedOperationException();
  }
}
