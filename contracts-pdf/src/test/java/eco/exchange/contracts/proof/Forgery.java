package eco.exchange.contracts.proof;

import eco.exchange.contracts.proof.Verification.Check;

/**
 * A paper that somebody has tampered with.
 *
 * @param name what was done to it
 * @param named the check that must name it
 * @param making how it is done
 */
record Forgery(String name, Check named, Making making) {

  /** How a forged paper is made from a genuine one, or from scratch. */
  interface Making {
    byte[] make() throws Exception;
  }

  @Override
  public String toString() {
    return name + " -> " + named;
  }
}
