package eco.exchange.listing.offer;

import eco.exchange.answer.Decision;
import eco.exchange.answer.Refusal;
import eco.exchange.calendar.WorkingCalendar;
import eco.exchange.event.ListingEvent.ListingDisclosed;
import eco.exchange.event.ListingEvent.ListingReturned;
import eco.exchange.event.ListingEvent.ListingSubmitted;
import eco.exchange.event.MarketEvent;
import eco.exchange.listing.ListingRefusal;
import eco.exchange.listing.offer.Listing.Award;
import eco.exchange.listing.offer.Listing.Awarded;
import eco.exchange.listing.offer.Listing.Certified;
import eco.exchange.listing.offer.Listing.Disclosed;
import eco.exchange.listing.offer.Listing.Draft;
import eco.exchange.listing.offer.Listing.Offer;
import eco.exchange.listing.offer.Listing.Returned;
import eco.exchange.listing.offer.Listing.Submitted;
import eco.exchange.listing.offer.Listing.Unsold;
import eco.exchange.market.Actor;
import eco.exchange.market.PartyId;
import eco.exchange.rulebook.RuleEdition;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The decisions about a listing, one for each verb: its next state and what is told of it, or a
 * refusal.
 *
 * <p>Pure functions. A verb that has been done already answers as it did and tells nothing again.
 */
final class ListingDecisions {

  private final EditionFinder editions;
  private final WorkingCalendar calendar;

  ListingDecisions(EditionFinder editions, WorkingCalendar calendar) {
    this.editions = editions;
    this.calendar = calendar;
  }

  Decision<Listing, Listing> revise(Listing listing, DraftListing revision, Actor actor) {
    if (!isOwn(listing, actor)) {
      return notYours(listing);
    }
    if (!revision.product().equals(listing.offer().draft().product())) {
      return Decision.refused(
          ListingRefusal.PRODUCT_CHANGED,
          "a trade code is for one product; draft a new listing",
          listing);
    }
    return switch (listing) {
      case Draft draft -> done(draft.revised(revision));
      case Returned returned -> done(returned.revised(revision));
      case Submitted it -> wrongState(it, "revised");
      case Disclosed it -> wrongState(it, "revised");
      case Awarded it -> wrongState(it, "revised");
      case Unsold it -> wrongState(it, "revised");
      case Certified it -> wrongState(it, "revised");
    };
  }

  Decision<Listing, Listing> submit(Listing listing, Actor actor, Instant now) {
    if (!isOwn(listing, actor)) {
      return notYours(listing);
    }
    return switch (listing) {
      case Draft draft -> submitted(draft, draft.submitted(actor.account()), now);
      case Returned returned -> submitted(returned, returned.submitted(actor.account()), now);
      case Submitted already -> done(already);
      case Disclosed it -> wrongState(it, "submitted");
      case Awarded it -> wrongState(it, "submitted");
      case Unsold it -> wrongState(it, "submitted");
      case Certified it -> wrongState(it, "submitted");
    };
  }

  private Decision<Listing, Listing> submitted(Listing listing, Submitted next, Instant now) {
    Offer offer = next.offer();
    List<Refusal> faults = faults(offer, now);
    if (!faults.isEmpty()) {
      return Decision.refused(faults, listing);
    }
    return done(
        next,
        new ListingSubmitted(
            offer.trade(), offer.transferor(), next.submission().by(), next.submission().round()));
  }

  Decision<Listing, Listing> returnToTransferor(Listing listing, String opinion, Actor reviewer) {
    List<Refusal> barred = barred(listing, List.of(reviewer));
    if (!barred.isEmpty()) {
      return Decision.refused(barred, listing);
    }
    if (listing instanceof Submitted submitted) {
      return done(
          submitted.returned(opinion), new ListingReturned(submitted.offer().trade(), opinion));
    }
    boolean already = listing instanceof Returned returned && returned.opinion().equals(opinion);
    return already ? done(listing) : wrongState(listing, "returned");
  }

  Decision<Listing, Listing> disclose(
      Listing listing, Actor reviewer, Actor approver, Instant now) {
    List<Refusal> barred = barred(listing, List.of(reviewer, approver));
    if (!barred.isEmpty()) {
      return Decision.refused(barred, listing);
    }
    return switch (listing) {
      case Submitted submitted -> disclosed(submitted, reviewer, approver, now);
      case Disclosed already -> done(already);
      case Awarded already -> done(already);
      case Unsold already -> done(already);
      case Certified already -> done(already);
      case Draft it -> wrongState(it, "disclosed");
      case Returned it -> wrongState(it, "disclosed");
    };
  }

  private Decision<Listing, Listing> disclosed(
      Submitted submitted, Actor reviewer, Actor approver, Instant now) {
    Offer offer = submitted.offer();
    List<Refusal> faults = faults(offer, now);
    if (!faults.isEmpty()) {
      return Decision.refused(faults, submitted);
    }
    RuleEdition edition = asked(offer, now).edition().orElseThrow();
    DisclosurePlan plan = DisclosurePlan.of(offer.draft(), edition, calendar, now);
    Instant firstAt =
        asked(offer, now)
            .relisted()
            .flatMap(EarlierTrade::disclosure)
            .map(Disclosure::firstAt)
            .orElse(now);
    Disclosure disclosure =
        new Disclosure(now, firstAt, offer.attempt(), plan, reviewer.account(), approver.account());
    return done(
        submitted.disclosed(disclosure),
        new ListingDisclosed(offer.trade(), offer.transferor(), plan.terms()));
  }

  Decision<Listing, Listing> awarded(Listing listing, Award award) {
    if (listing instanceof Disclosed disclosed) {
      return done(disclosed.awarded(award));
    }
    // The award of the first winner has lapsed; one and the same winner never has two prices.
    if (listing instanceof Awarded lapsed && !lapsed.award().winner().equals(award.winner())) {
      return done(lapsed.awarded(award));
    }
    boolean already = listing.trail().award().filter(award::equals).isPresent();
    return already ? done(listing) : wrongState(listing, "awarded");
  }

  Decision<Listing, Listing> unsold(Listing listing, String cause) {
    return switch (listing) {
      case Disclosed disclosed -> done(disclosed.unsold(cause));
      case Awarded refused -> done(refused.unsold(cause));
      case Unsold already when already.cause().equals(cause) -> done(already);
      case Unsold it -> wrongState(it, "unsold for another cause");
      case Draft it -> wrongState(it, "unsold");
      case Submitted it -> wrongState(it, "unsold");
      case Returned it -> wrongState(it, "unsold");
      case Certified it -> wrongState(it, "unsold");
    };
  }

  Decision<Listing, Listing> certified(Listing listing) {
    return switch (listing) {
      case Awarded awarded -> done(awarded.certified());
      case Certified already -> done(already);
      case Draft it -> wrongState(it, "certified");
      case Submitted it -> wrongState(it, "certified");
      case Returned it -> wrongState(it, "certified");
      case Disclosed it -> wrongState(it, "certified");
      case Unsold it -> wrongState(it, "certified");
    };
  }

  private List<Refusal> faults(Offer offer, Instant now) {
    return SubmissionRules.faults(asked(offer, now));
  }

  private SubmissionCase asked(Offer offer, Instant now) {
    LocalDate today = WorkingCalendar.dayOf(now);
    return new SubmissionCase(
        offer, editions.of(offer.product(), offer.draft().method(), today), today);
  }

  private static boolean isOwn(Listing listing, Actor actor) {
    return listing.offer().transferor().equals(actor.party());
  }

  // A draft is nobody else's business, so that its existence is not told.
  private static Decision<Listing, Listing> notYours(Listing listing) {
    return listing.state().isPublic()
        ? Decision.refused(ListingRefusal.NOT_YOURS, "another party's listing", listing)
        : Decision.refused(ListingRefusal.NOT_FOUND, "no such listing", listing);
  }

  /** Why these persons may not judge the listing: they sell it, or one of them acts twice. */
  private static List<Refusal> barred(Listing listing, List<Actor> judges) {
    PartyId transferor = listing.offer().transferor();
    if (judges.stream().anyMatch(judge -> judge.party().equals(transferor))) {
      return List.of(
          new Refusal(ListingRefusal.OWN_PRODUCT, "who sells may not judge the listing"));
    }
    List<Object> persons = persons(listing, judges);
    return Set.copyOf(persons).size() == persons.size()
        ? List.of()
        : List.of(
            new Refusal(
                ListingRefusal.SAME_PERSON, "submitter, reviewer and approver are three persons"));
  }

  private static List<Object> persons(Listing listing, List<Actor> judges) {
    List<Object> persons = new ArrayList<>();
    judges.forEach(judge -> persons.add(judge.account()));
    listing.trail().submission().ifPresent(submission -> persons.add(submission.by()));
    return persons;
  }

  private static Decision<Listing, Listing> wrongState(Listing listing, String verb) {
    return Decision.refused(
        ListingRefusal.WRONG_STATE,
        "cannot be %s: it is %s".formatted(verb, listing.state()),
        listing);
  }

  /** The listing goes on, and is itself the answer. */
  private static Decision<Listing, Listing> done(Listing next, MarketEvent... events) {
    return Decision.done(next, next, events);
  }
}
