/**
 * How a trade goes on: what follows each event, and what follows each decision.
 *
 * <p>{@link eco.exchange.flow.MarketFlow} is the table from events to doors, {@code DecisionFlow}
 * the table from the service tasks of the procedures to doors. There is no other place where one
 * module sets another in motion.
 */
@NullMarked
package eco.exchange.flow;

import org.jspecify.annotations.NullMarked;
