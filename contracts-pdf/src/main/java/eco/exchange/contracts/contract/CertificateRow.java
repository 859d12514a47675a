package eco.exchange.contracts.contract;

import eco.exchange.market.ContractId;
import eco.exchange.money.Money;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A certificate as it is stored, without its paper. */
@Entity
@Table(schema = "contracts", name = "certificate")
class CertificateRow {

  @Id
  @Column(columnDefinition = "text")
  String trade = "";

  @Column(columnDefinition = "text")
  String number = "";

  @Column(columnDefinition = "text")
  String contract = "";

  @Column(name = "price_fen")
  long priceFen;

  @Column(name = "issued_at")
  Instant issuedAt = Instant.EPOCH;

  CertificateRow() {}

  CertificateRow(CertificateView certificate) {
    trade = certificate.contract().trade().code();
    number = certificate.number();
    contract = certificate.contract().number();
    priceFen = certificate.price().fen();
    issuedAt = certificate.issuedAt();
  }

  CertificateView view() {
    return new CertificateView(number, ContractId.parse(contract), new Money(priceFen), issuedAt);
  }
}
