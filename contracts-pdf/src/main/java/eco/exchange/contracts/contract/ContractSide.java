package eco.exchange.contracts.contract;

import eco.exchange.contracts.clause.Clauses;

/** The two sides of a contract, each with its signature field. */
public enum ContractSide {
  TRANSFEROR(Clauses.TRANSFEROR_FIELD),
  TRANSFEREE(Clauses.TRANSFEREE_FIELD);

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
