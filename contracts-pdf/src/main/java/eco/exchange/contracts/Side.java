package eco.exchange.contracts;

import eco.exchange.contracts.clause.Clauses;

/** The two sides of a contract, each with its signature field. */
enum Side {
  TRANSFEROR(Clauses.TRANSFEROR_FIELD),
  TRANSFEREE(Clauses.TRANSFEREE_FIELD);

  private final String field;

  Side(String field) {
    this.field = field;
  }

  String field() {
    return field;
  }

  Side other() {
    return this == TRANSFEROR ? TRANSFEREE : TRANSFEROR;
  }
}
