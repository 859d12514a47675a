/**
 * Payments that come in parts, on sub-accounts of every kind (docs/adr/0042).
 *
 * <p>A bank limits what may be transferred at once, and who cannot pay all may pay something. So
 * each part counts from the day on which it comes, a penalty runs on what is missing, and a surplus
 * goes back. Of a deposit only the parts of one payer count, and it is whole to the fen (R-QUA-4).
 */
@NullMarked
package eco.exchange.settlement.part;

import org.jspecify.annotations.NullMarked;
