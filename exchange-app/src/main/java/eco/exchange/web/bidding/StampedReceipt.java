package eco.exchange.web.bidding;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import eco.exchange.bidding.opening.SealedReceiptView;

/**
 * The receipt of a sealed offer with a time stamp over it, which proves to anybody that the
 * exchange had the envelope at that time. Whoever asks again is stamped again; the receipt itself
 * stays the same.
 *
 * @param receipt the receipt, whose fields stand beside the stamp
 * @param stamp a token (RFC 3161) in DER, over the canonical JSON (RFC 8785) of the receipt's
 *     fields
 */
record StampedReceipt(@JsonUnwrapped SealedReceiptView receipt, byte[] stamp) {}
