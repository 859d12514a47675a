package eco.exchange.listing.offer;

import eco.exchange.market.PaymentPlan;
import eco.exchange.market.ProductId;
import eco.exchange.market.TradeId;
import eco.exchange.method.MethodTerms;
import eco.exchange.method.TradeMethod;
import eco.exchange.money.Money;
import eco.exchange.sharing.Income;
import eco.exchange.sharing.RevenueBid;
import eco.exchange.sharing.SharingTerms;
import eco.exchange.sharing.TermsJson;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The draft of a listing, complete or not; the rules are checked when it is submitted.
 *
 * @param request the key of this request, chosen by the caller, so that asking twice drafts once; a
 *     revision does not need a new one
 * @param product the product of the transferor
 * @param appraisal the appraisal that the reserve price relies on
 * @param rightGranted the right that is sold, in words
 * @param termYears for how many years; nothing only for a carbon sink that is sold once and for all
 * @param use what the right may be used for
 * @param how how it is sold, with all that this method must be told
 * @param reserve the lowest first price
 * @param increment the grid of raises
 * @param deposit what each bidder must pay in before bidding
 * @param plan how the price is paid in instalments; empty if it is paid at once (R-POST-5)
 * @param decision the number of the document by which the owner or the authority decided to sell
 * @param approval the number of the document by which the approving body consents in writing to
 *     what needs its consent: a sale by agreement (R-POST-8), or a lowered reserve under the part
 *     of the appraisal that needs none (R-DIS-7)
 * @param terms who is paid from the price and from each year's revenue
 * @param conditions the qualification conditions as they will be published
 * @param relistOf the earlier trade of the same product that found no buyer, if there is one
 */
public record DraftListing(
    UUID request,
    ProductId product,
    UUID appraisal,
    String rightGranted,
    int termYears,
    String use,
    MethodTerms how,
    Money reserve,
    Money increment,
    Money deposit,
    Optional<PaymentPlan> plan,
    String decision,
    Optional<String> approval,
    SharingTerms terms,
    List<String> conditions,
    Optional<TradeId> relistOf) {

  private static final Money SOME_RENT = Money.yuan("1.00");

  /** Copies the conditions. */
  public DraftListing {
    conditions = List.copyOf(conditions);
  }

  /** How it is sold. */
  public TradeMethod method() {
    return TradeMethod.of(how);
  }

  /** Whether the approving body consents in a document of its own. */
  boolean isApproved() {
    return approval.stream().anyMatch(it -> !it.isBlank() && !it.equals(decision));
  }

  /** The sharing terms as they may come to be: where a rent is bid, with a rent. */
  SharingTerms termsWithRent() {
    return how instanceof MethodTerms.ShareOfRevenue bid && terms.shares(Income.REVENUE)
        ? RevenueBid.into(terms, bid.rentMin().plus(SOME_RENT), bid.shareMin())
        : terms;
  }

  /** The terms of the method as they are disclosed, with what follows from the sharing terms. */
  MethodTerms disclosedHow() {
    return how instanceof MethodTerms.ShareOfRevenue bid
        ? bid.leaving(RevenueBid.left(terms, bid.revenues()))
        : how;
  }

  /**
   * Names this content, whatever its request: a repeated request must have the same one. It guards
   * against mistakes of the caller's own, not against forgers.
   */
  UUID fingerprint() {
    Stream<Object> offer =
        Stream.of(
            product, appraisal, rightGranted, termYears, use, ListingJson.write(how), decision);
    Stream<Object> amounts =
        Stream.of(reserve, increment, deposit, approval, relistOf, TermsJson.hash(terms));
    // What is not said leaves the names of earlier requests as they are.
    Stream<Object> instalments = plan.stream().map(ListingJson::write);
    String content =
        Stream.of(offer, amounts, instalments, conditions.stream())
            .flatMap(Function.identity())
            .map(Object::toString)
            .map(part -> part.length() + ":" + part)
            .collect(Collectors.joining(","));
    return UUID.nameUUIDFromBytes(content.getBytes(StandardCharsets.UTF_8));
  }
}
