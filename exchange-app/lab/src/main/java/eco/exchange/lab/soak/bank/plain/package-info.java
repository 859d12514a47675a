/**
 * A plain bank: a book of what was truly moved, written from the rules of a bank and not from the
 * exchange's, and mail that tells of it in every way in which a bank may tell.
 */
@NullMarked
package eco.exchange.lab.soak.bank.plain;

import org.jspecify.annotations.NullMarked;
