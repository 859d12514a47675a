package eco.exchange.contracts.statement;

import eco.exchange.contracts.issue.IssuedPaper;
import eco.exchange.contracts.issue.PaperSheet;
import eco.exchange.market.TradeId;
import eco.exchange.sharing.SealedContract;
import eco.exchange.sharing.Statement;
import java.time.Instant;
import java.util.Optional;

/**
 * What a settlement statement states: one distribution, and the payee to whom it is explained.
 *
 * @param contract the sealed contract by whose terms was shared
 * @param statement the distribution, as settlement booked it
 * @param payee the key of the payee to whom the statement is made out
 * @param distributedAt when it was shared
 * @param note what all must see on its face
 */
public record StatementPaper(
    SealedContract contract,
    Statement statement,
    String payee,
    Instant distributedAt,
    Optional<String> note)
    implements IssuedPaper {

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
    return new StatementText(this).sheet();
  }
}
