package eco.exchange.contracts.deal;

/**
 * The centre as its papers name it.
 *
 * @param centre the full name, as in its seal
 * @param site the public address of the exchange, under which papers are looked up
 */
public record IssuingCentre(String centre, String site) {

  /** Takes the stroke from the end of the address. */
  public IssuingCentre {
    site = site.replaceAll("/+$", "");
  }
}
