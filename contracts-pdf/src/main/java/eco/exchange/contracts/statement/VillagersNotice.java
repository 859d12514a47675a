package eco.exchange.contracts.statement;

import eco.exchange.contracts.issue.IssuedPaper;
import eco.exchange.contracts.issue.PaperSheet;
import eco.exchange.market.TradeId;
import eco.exchange.sharing.SealedContract;
import eco.exchange.sharing.Statement;
import java.time.Instant;
import java.util.Optional;

/**
 * What a village is told of a distribution (村民公示): where the money came from, who was paid, and
 * why. It names nobody whom the public may not read of.
 *
 * @param contract the sealed contract by whose terms was shared
 * @param statement the distribution, as settlement booked it
 * @param deal the trade in words
 * @param distributedAt when it was shared
 * @param note what all must see on its face
 */
public record VillagersNotice(
    SealedContract contract,
    Statement statement,
    InWords deal,
    Instant distributedAt,
    Optional<String> note)
    implements IssuedPaper {

  /**
   * The trade, as far as a villager asks.
   *
   * @param product the product
   * @param watershed the small watershed
   * @param rightGranted the right that was sold
   * @param transferor who sold it, as the public may read it
   * @param transferee who has it now, as the public may read it
   */
  public record InWords(
      String product,
      String watershed,
      String rightGranted,
      String transferor,
      String transferee) {}

  @Override
  public TradeId trade() {
    return contract.contract().trade();
  }

  /**
   * What stands on it.
   *
   * @throws IllegalArgumentException if the parts are not those that the terms give
   */
  @Override
  public PaperSheet sheet() {
    return new VillagersText(this).sheet();
  }
}
