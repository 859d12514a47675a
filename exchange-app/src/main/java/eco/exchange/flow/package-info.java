/**
 * The flow of a trade: what follows each event, and what follows each decision.
 *
 * <p>{@link eco.exchange.flow.MarketFlow} is the table from subjects of events to what follows.
 * Beside it stands one class for each process model, named like its file: it begins the process,
 * follows the events of its subject, and holds the service tasks of its model; it may begin or end
 * another process where the trade goes on in that one. There is no other place where one module
 * sets another in motion.
 */
@NullMarked
package eco.exchange.flow;

import org.jspecify.annotations.NullMarked;
