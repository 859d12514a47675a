package eco.exchange.contracts.contract;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A paper as it is stored. */
@Entity
@Table(schema = "contracts", name = "paper")
class PaperRow {

  @Id
  @Column(columnDefinition = "text")
  String number = "";

  @Column(columnDefinition = "bytea")
  byte[] body = {};

  PaperRow() {}

  PaperRow(String number, byte[] body) {
    this.number = number;
    this.body = body.clone();
  }
}
