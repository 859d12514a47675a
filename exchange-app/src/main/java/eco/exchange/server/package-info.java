/**
 * The start and end of the exchange: its program, the file that tells its address, the jobs that
 * run by themselves, and the rules that are published with it.
 */
@NullMarked
package eco.exchange.server;

import org.jspecify.annotations.NullMarked;
