package eco.exchange.tradefile;

import eco.exchange.bidding.award.AwardView;
import eco.exchange.bidding.live.AuctionView;
import eco.exchange.contracts.contract.CertificateView;
import eco.exchange.contracts.contract.ContractState;
import eco.exchange.listing.offer.ListingState;
import eco.exchange.market.ContractId;
import eco.exchange.market.OwnershipClass;
import eco.exchange.market.PaymentPlan;
import eco.exchange.market.RightKind;
import eco.exchange.market.TradeId;
import eco.exchange.method.LotTerms;
import eco.exchange.method.Offer.Yearly;
import eco.exchange.method.TradeMethod;
import eco.exchange.money.Money;
import eco.exchange.settlement.distribution.DistributionView;
import eco.exchange.sharing.PriceInstalment;
import eco.exchange.sharing.SharingTerms;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The public file of a trade: all that the public may know of it.
 *
 * @param trade the unified deal code
 * @param state where it stands
 * @param offer what is offered, and on which terms
 * @param auction the auction, once it is scheduled: paddles, never names
 * @param result who has won it and at which price, once bidding is over
 * @param contract the contract, once it is drawn
 * @param certificate the transaction certificate, once it is issued
 * @param instalments what is due of a price in instalments, and when, once the contract is in
 *     effect
 * @param distributions who was paid what, by the clauses of the contract
 */
public record TradeFile(
    TradeId trade,
    ListingState state,
    Offer offer,
    Optional<AuctionView> auction,
    Optional<Result> result,
    Optional<Face> contract,
    Optional<CertificateView> certificate,
    List<PriceInstalment> instalments,
    List<DistributionView> distributions) {

  /**
   * What is offered, as it was disclosed.
   *
   * @param transferor the full name of who sells
   * @param product the product
   * @param rightGranted the right in words
   * @param termYears for how many years; nought for a carbon sink that is sold once and for all
   * @param use what it may be used for
   * @param method how it is sold
   * @param appraisal what it was valued at, and by which report
   * @param conditions the qualification conditions
   * @param terms who is paid from the price and from each year's revenue
   * @param lotTerms the prices and times
   * @param plan how the price is paid in instalments; empty if it is paid at once
   * @param disclosedAt when it was disclosed
   * @param calendarFinal whether the holiday notices for all its dates are out
   * @param attempt how many times the right is offered with this listing, counted from 1
   * @param relistOf the earlier trade, in which it found no buyer
   */
  public record Offer(
      String transferor,
      Product product,
      String rightGranted,
      int termYears,
      String use,
      TradeMethod method,
      Appraisal appraisal,
      List<String> conditions,
      SharingTerms terms,
      LotTerms lotTerms,
      Optional<PaymentPlan> plan,
      Instant disclosedAt,
      boolean calendarFinal,
      int attempt,
      Optional<TradeId> relistOf) {}

  /** The product, and whose it is. */
  public record Product(
      String name,
      String region,
      String watershed,
      String location,
      RightKind kind,
      BigDecimal quantity,
      String unit,
      BigDecimal areaHm2,
      String owner,
      OwnershipClass ownership) {}

  /** What the product was valued at by a third party. */
  public record Appraisal(Money value, String report) {}

  /** The result of the bidding, in which the winner is named; with what was bid of each year. */
  public record Result(
      String winner,
      String paddle,
      Money price,
      Optional<Yearly> yearly,
      Instant awardedAt,
      Instant publicityEndsAt,
      AwardView.State state,
      Optional<String> opinion) {}

  /** What the public may see of a contract: that it is, and the hash of its sharing clauses. */
  public record Face(
      ContractId contract,
      ContractState state,
      String termsHash,
      Instant issuedAt,
      Optional<Instant> effectiveAt,
      List<Amended> amendments) {}

  /**
   * What the public may see of an amendment that is in force.
   *
   * @param amendment its number
   * @param fromYear the first year whose incomes are shared by it
   */
  public record Amended(
      ContractId amendment, int fromYear, String termsHash, Optional<Instant> effectiveAt) {}
}
