package eco.exchange.contracts.issue;

import com.fasterxml.jackson.annotation.JsonInclude;
import eco.exchange.contracts.deal.Deal;
import eco.exchange.market.PaymentPlan;
import eco.exchange.market.TradeId;
import eco.exchange.method.TradeMethod;
import eco.exchange.money.Money;
import eco.exchange.sharing.SharingTerms;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The notice of a sale (出让公告), by which a right is offered to everybody.
 *
 * @param trade the trade
 * @param transferor the name of who sells, as the public may read it
 * @param holders whose the product is
 * @param subject what is offered
 * @param appraisal what it was valued at
 * @param method how it is sold
 * @param rules what decides by this method, a sentence each
 * @param prices the prices
 * @param dates the dates
 * @param ruleEdition the edition of the rules under which it is published
 * @param decision the document by which the sale was decided, and the approval if one was needed
 * @param conditions the qualification conditions; none if everybody may apply
 * @param terms how the price and each year's revenue will be shared
 * @param attempt how many times the right is offered, counted from 1
 * @param relistOf the earlier trade, in which it found no buyer
 * @param note what all must see on its face
 * @param plan how the price is paid in instalments; empty if it is paid at once
 */
public record DisclosureNotice(
    TradeId trade,
    String transferor,
    Holders holders,
    Deal.Subject subject,
    Deal.Appraisal appraisal,
    TradeMethod method,
    List<String> rules,
    Prices prices,
    Dates dates,
    String ruleEdition,
    List<String> decision,
    List<String> conditions,
    SharingTerms terms,
    int attempt,
    Optional<TradeId> relistOf,
    Optional<String> note,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<PaymentPlan> plan)
    implements IssuedPaper {

  /** Copies the lists. */
  public DisclosureNotice {
    rules = List.copyOf(rules);
    decision = List.copyOf(decision);
    conditions = List.copyOf(conditions);
  }

  /** Whose the product is: the owner, who may use it, who runs it. */
  public record Holders(String owner, String user, String operator) {}

  /** The lowest first price, the grid of raises, and what is to be paid in before bidding. */
  public record Prices(Money reserve, Money increment, Money deposit) {}

  /**
   * The dates of a sale.
   *
   * @param disclosedAt when the notice was first public
   * @param applicationsCloseAt the end of the notice
   * @param depositsDueAt the latest arrival of a deposit
   * @param opensAt when bidding opens
   * @param closesAt when bidding closes, if its method does not keep it open
   * @param areFinal whether the holiday notices for all of them are out
   */
  public record Dates(
      Instant disclosedAt,
      Instant applicationsCloseAt,
      Instant depositsDueAt,
      Instant opensAt,
      Instant closesAt,
      boolean areFinal) {}

  @Override
  public PaperSheet sheet() {
    return new NoticeText(this).sheet();
  }
}
