package eco.exchange.contracts.clause;

/**
 * The centre as its papers name it.
 *
 * @param centre the full name, as in its seal
 * @param site the public address of the exchange, under which papers are looked up
 */
public record Office(String centre, String site) {

  /** Takes the stroke from the end of the address. */
  public Office {
    site = site.replaceAll("/+$", "");
  }
}
