/**
 * What keeps the exchange running: its start and end, its database, its clock, and the programs an
 * operator calls from the command line.
 */
@NullMarked
package eco.exchange.operations;

import org.jspecify.annotations.NullMarked;
