package eco.exchange.settlement.ledger;

import eco.exchange.market.ContractId;
import eco.exchange.market.TradeId;
import java.util.Optional;

/**
 * The story to which accounts and payment orders belong: a trade, a stray receipt, the members of a
 * collective, or a fund.
 *
 * @param key the text by which the names of its accounts begin
 */
public record Story(String key) {

  private static final String RECEIPT = "receipt/";
  private static final String FUND = "fund/";

  /** The story of a stray receipt, by the bank's number. */
  public static Story ofReceipt(String reference) {
    return new Story(RECEIPT + reference);
  }

  /**
   * The story of the members of a payee; the books of the trade need not know thousands of them.
   */
  public static Story ofMembers(ContractId contract, String payee) {
    return new Story(contract.number() + "/" + payee);
  }

  /** The story of a reinvestment fund, by its number. */
  public static Story ofFund(String fund) {
    return new Story(FUND + fund);
  }

  /** The trade; empty if the story is of something else. */
  public Optional<TradeId> trade() {
    return TradeId.isCode(key) ? Optional.of(new TradeId(key)) : Optional.empty();
  }

  /** The bank's number of the stray receipt; empty if the story is of something else. */
  public Optional<String> receipt() {
    return key.startsWith(RECEIPT)
        ? Optional.of(key.substring(RECEIPT.length()))
        : Optional.empty();
  }
}
