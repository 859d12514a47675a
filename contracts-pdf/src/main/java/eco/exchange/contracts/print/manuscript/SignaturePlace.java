package eco.exchange.contracts.print.manuscript;

/**
 * A place on the last page where one signs or seals.
 *
 * @param field the name of the signature field
 * @param role in what role one signs
 * @param name who signs
 * @param code by what code the signer is known
 * @param isSeal whether it is the seal, which locks the paper
 */
public record SignaturePlace(String field, String role, String name, String code, boolean isSeal) {

  /** The signature field of the transferor. */
  public static final String TRANSFEROR = "transferor";

  /** The signature field of the transferee. */
  public static final String TRANSFEREE = "transferee";

  /** The signature field of the centre. */
  public static final String SEAL = "seal";
}
