package eco.exchange.listing.offer;

import eco.exchange.calendar.WorkingCalendar;
import eco.exchange.listing.catalogue.AppraisalView;
import eco.exchange.listing.catalogue.ProductView;
import eco.exchange.market.AccountId;
import eco.exchange.market.PartyId;
import eco.exchange.market.TradeId;
import eco.exchange.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * A listing on its way from a draft to a certified sale.
 *
 * <p>Each state offers only the moves that are legal in it. All values are immutable: a move
 * returns the next state and leaves this one alone.
 */
public sealed interface Listing {

  /** What is offered. */
  Offer offer();

  /** Being written by the transferor. */
  record Draft(Offer offer) implements Listing {

    /** Begins a listing with the number of its trade on this day. */
    static Draft begun(int number, DraftListing draft, ProductView product, Instant now) {
      LocalDate today = WorkingCalendar.dayOf(now);
      TradeId trade = TradeId.of(product.region(), product.kind(), today, number);
      Optional<AppraisalView> notLookedUp = Optional.empty();
      return new Draft(
          new Offer(
              trade,
              draft.fingerprint(),
              now,
              product,
              notLookedUp,
              Optional.empty(),
              Optional.empty(),
              draft));
    }

    Draft revised(DraftListing draft) {
      return new Draft(offer.revised(draft));
    }

    Submitted submitted(AccountId by) {
      return new Submitted(offer, new Submission(by, 1));
    }
  }

  /** Under review by the centre. */
  record Submitted(Offer offer, Submission submission) implements Listing {

    Returned returned(String opinion) {
      return new Returned(offer, submission, opinion);
    }

    Disclosed disclosed(Disclosure disclosure) {
      return new Disclosed(offer, submission, disclosure);
    }
  }

  /** Sent back to be mended. */
  record Returned(Offer offer, Submission submission, String opinion) implements Listing {

    Returned revised(DraftListing draft) {
      return new Returned(offer.revised(draft), submission, opinion);
    }

    Submitted submitted(AccountId by) {
      return new Submitted(offer, new Submission(by, submission.round() + 1));
    }
  }

  /** Public, with its terms frozen. */
  record Disclosed(Offer offer, Submission submission, Disclosure disclosure) implements Listing {

    Awarded awarded(Award award) {
      return new Awarded(offer, submission, disclosure, award);
    }

    Unsold unsold(String cause) {
      return new Unsold(offer, submission, disclosure, cause);
    }
  }

  /** Won by a bidder; the award may yet be refused, or lapse and go to the runner-up. */
  record Awarded(Offer offer, Submission submission, Disclosure disclosure, Award award)
      implements Listing {

    Awarded awarded(Award next) {
      return new Awarded(offer, submission, disclosure, next);
    }

    Unsold unsold(String cause) {
      return new Unsold(offer, submission, disclosure, cause);
    }

    Certified certified() {
      return new Certified(offer, submission, disclosure, award);
    }
  }

  /** Ended without a buyer. */
  record Unsold(Offer offer, Submission submission, Disclosure disclosure, String cause)
      implements Listing {}

  /** Contracted, paid and certified. */
  record Certified(Offer offer, Submission submission, Disclosure disclosure, Award award)
      implements Listing {}

  /**
   * What is offered, with what it refers to as that stands now.
   *
   * @param trade the unified deal code
   * @param draftedAs the fingerprint of the request that drafted it, which later revisions keep
   * @param draftedAt when it was drafted
   * @param product the product
   * @param appraisal the appraisal, if it is recorded
   * @param rival another listing that is selling or has sold the same product
   * @param earlier the trade of the same product that the draft names as the earlier one
   * @param draft the transferor's words
   */
  record Offer(
      TradeId trade,
      UUID draftedAs,
      Instant draftedAt,
      ProductView product,
      Optional<AppraisalView> appraisal,
      Optional<TradeId> rival,
      Optional<EarlierTrade> earlier,
      DraftListing draft) {

    PartyId transferor() {
      return product.transferor();
    }

    /** The earlier trade, if it has ended without a buyer. */
    Optional<EarlierTrade> ended() {
      return earlier.filter(it -> it.state() == ListingState.UNSOLD);
    }

    /** How many times the right is offered with this listing, counted from 1. */
    int attempt() {
      return 1 + ended().map(it -> it.notice().attempt()).orElse(0);
    }

    private Offer revised(DraftListing revision) {
      Optional<AppraisalView> same =
          appraisal.filter(known -> known.id().equals(revision.appraisal()));
      Optional<EarlierTrade> named =
          earlier.filter(known -> revision.relistOf().filter(known.trade()::equals).isPresent());
      return new Offer(trade, draftedAs, draftedAt, product, same, rival, named, revision);
    }
  }

  /** Who handed it in, and for which time, counted from 1. */
  record Submission(AccountId by, int round) {}

  /** Who won, at which price. */
  record Award(PartyId winner, Money price) {}

  /** What has happened to a listing so far; with the state and the offer it is the listing. */
  record Trail(
      Optional<Submission> submission,
      Optional<Disclosure> disclosure,
      Optional<Award> award,
      Optional<String> opinion,
      Optional<String> unsoldCause) {

    private static Trail of(Submission submission, Optional<String> opinion) {
      return new Trail(
          Optional.of(submission), Optional.empty(), Optional.empty(), opinion, Optional.empty());
    }

    private static Trail of(
        Submission submission,
        Disclosure disclosure,
        Optional<Award> award,
        Optional<String> unsoldCause) {
      return new Trail(
          Optional.of(submission), Optional.of(disclosure), award, Optional.empty(), unsoldCause);
    }

    private Submission handedIn() {
      return submission.orElseThrow();
    }

    private Disclosure notice() {
      return disclosure.orElseThrow();
    }
  }

  /** What has happened to it so far. */
  default Trail trail() {
    Optional<String> none = Optional.empty();
    return switch (this) {
      case Draft draft ->
          new Trail(Optional.empty(), Optional.empty(), Optional.empty(), none, none);
      case Submitted it -> Trail.of(it.submission, none);
      case Returned it -> Trail.of(it.submission, Optional.of(it.opinion));
      case Disclosed it -> Trail.of(it.submission, it.disclosure, Optional.empty(), none);
      case Awarded it -> Trail.of(it.submission, it.disclosure, Optional.of(it.award), none);
      case Unsold it ->
          Trail.of(it.submission, it.disclosure, Optional.empty(), Optional.of(it.cause));
      case Certified it -> Trail.of(it.submission, it.disclosure, Optional.of(it.award), none);
    };
  }

  /** Where it stands. */
  default ListingState state() {
    return switch (this) {
      case Draft it -> ListingState.DRAFT;
      case Submitted it -> ListingState.SUBMITTED;
      case Returned it -> ListingState.RETURNED;
      case Disclosed it -> ListingState.DISCLOSED;
      case Awarded it -> ListingState.AWARDED;
      case Unsold it -> ListingState.UNSOLD;
      case Certified it -> ListingState.CERTIFIED;
    };
  }

  /**
   * The listing that a store has kept.
   *
   * @throws java.util.NoSuchElementException if the trail lacks what the state cannot be without
   */
  static Listing kept(ListingState state, Offer offer, Trail trail) {
    return switch (state) {
      case DRAFT -> new Draft(offer);
      case SUBMITTED -> new Submitted(offer, trail.handedIn());
      case RETURNED -> new Returned(offer, trail.handedIn(), trail.opinion.orElseThrow());
      case DISCLOSED -> new Disclosed(offer, trail.handedIn(), trail.notice());
      case AWARDED ->
          new Awarded(offer, trail.handedIn(), trail.notice(), trail.award.orElseThrow());
      case UNSOLD ->
          new Unsold(offer, trail.handedIn(), trail.notice(), trail.unsoldCause.orElseThrow());
      case CERTIFIED ->
          new Certified(offer, trail.handedIn(), trail.notice(), trail.award.orElseThrow());
    };
  }
}
