/**
 * The movements on the exchange's account at the bank, each once: a notice and the statement of the
 * day tell of the same, one in parts and the other as a sum, one with little and the other with
 * all.
 *
 * <p>{@link eco.exchange.settlement.movement.MovementMatching} decides which line tells which
 * movement; {@link eco.exchange.settlement.movement.PgMovements} keeps what it has decided.
 */
@NullMarked
package eco.exchange.settlement.movement;

import org.jspecify.annotations.NullMarked;
