package eco.exchange.contracts.contract;

import eco.exchange.contracts.issue.IssuedKind;
import eco.exchange.market.TradeId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A paper of the centre as it is stored, without the paper itself. */
@Entity
@Table(schema = "contracts", name = "issued")
class IssuedRow {

  @Id
  @Column(columnDefinition = "text")
  String number = "";

  @Column(columnDefinition = "text")
  String kind = "";

  @Column(columnDefinition = "text")
  String trade = "";

  @Column(columnDefinition = "text")
  String hash = "";

  @Column(name = "issued_at")
  Instant issuedAt = Instant.EPOCH;

  IssuedRow() {}

  IssuedRow(PaperView paper) {
    number = paper.number();
    kind = paper.kind();
    trade = paper.trade().code();
    hash = paper.hash();
    issuedAt = paper.madeAt();
  }

  PaperView view() {
    return PaperView.issued(number, IssuedKind.valueOf(kind), new TradeId(trade), hash, issuedAt);
  }
}
