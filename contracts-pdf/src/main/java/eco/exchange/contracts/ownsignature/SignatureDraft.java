package eco.exchange.contracts.ownsignature;

/**
 * A contract with an empty place for a signature, as it is handed out to be signed elsewhere.
 *
 * @param paper the paper with the empty place
 * @param bytes what is to be signed: the paper without the place; empty when it comes back
 * @param ticket by which the exchange knows the paper again
 */
public record SignatureDraft(byte[] paper, byte[] bytes, String ticket) {}
