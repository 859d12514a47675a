package eco.exchange.contracts.contract;

import eco.exchange.contracts.issue.IssuedKind;
import eco.exchange.contracts.issue.IssuedPaper;
import eco.exchange.contracts.issue.PaperSheet;
import eco.exchange.market.TradeId;
import java.time.Instant;
import java.util.Optional;

/**
 * The facts of a paper that anybody who holds it may know: that it was made, as what, and its hash.
 *
 * @param number the number of the paper
 * @param kind 'CONTRACT', 'AMENDMENT', or what the centre has issued
 * @param title the kind as it is printed
 * @param trade the trade to which it belongs
 * @param hash the SHA-256 that is printed on it
 * @param madeAt when a contract was drawn up; the moment as of which another paper speaks
 * @param state how far a contract is
 */
public record PaperView(
    String number,
    String kind,
    String title,
    TradeId trade,
    String hash,
    Instant madeAt,
    Optional<ContractState> state) {

  static PaperView of(ContractView contract) {
    return new PaperView(
        contract.contract().number(),
        contract.amends().isPresent() ? "AMENDMENT" : "CONTRACT",
        contract.amends().isPresent() ? "补充协议" : "合同",
        contract.trade(),
        contract.termsHash(),
        contract.issuedAt(),
        Optional.of(contract.state()));
  }

  static PaperView of(IssuedPaper paper) {
    PaperSheet sheet = paper.sheet();
    return issued(sheet.number(), sheet.kind(), paper.trade(), sheet.hash(), sheet.at());
  }

  static PaperView issued(String number, IssuedKind kind, TradeId trade, String hash, Instant at) {
    return new PaperView(number, kind.name(), kind.zh(), trade, hash, at, Optional.empty());
  }
}
