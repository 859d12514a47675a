package eco.exchange.contracts.contract;

/** The states of a contract. */
public enum ContractState {
  /** Drawn up, and waiting for both signatures. */
  ISSUED,
  /** Signed by one of the parties. */
  SIGNED_BY_ONE,
  /** Signed by both, and waiting for the seal. */
  SIGNED_BY_BOTH,
  /** Sealed: the clauses are in force. */
  EFFECTIVE,
  /** Given up before both had signed, because the award has lapsed; nobody signs it any more. */
  ANNULLED
}
