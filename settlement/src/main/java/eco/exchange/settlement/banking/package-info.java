/**
 * Banking: the messages of the bank are taken, and payment orders are put into files for it.
 *
 * <p>A message is kept whole before anything follows from it; each of its lines is then followed
 * once, or noted as disputed. A payment order waits until the account of its payee is known, noted
 * by one person and confirmed by another; it goes into one file, and the bank says what it has done
 * with it. What comes back is ordered anew when another account is told. {@link
 * eco.exchange.settlement.banking.Banking} is the door.
 */
@NullMarked
package eco.exchange.settlement.banking;

import org.jspecify.annotations.NullMarked;
