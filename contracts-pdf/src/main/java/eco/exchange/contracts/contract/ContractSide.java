package eco.exchange.contracts.contract;

import eco.exchange.contracts.print.manuscript.SignaturePlace;

/** The two sides of a contract, each with its signature field. */
public enum ContractSide {
  TRANSFEROR(SignaturePlace.TRANSFEROR),
  TRANSFEREE(SignaturePlace.TRANSFEREE);

  private final String field;

  ContractSide(String field) {
    this.field = field;
  }

  public String field() {
    return field;
  }

  ContractSide other() {
    return this == TRANSFEROR ? TRANSFEREE : TRANSFEROR;
  }
}
