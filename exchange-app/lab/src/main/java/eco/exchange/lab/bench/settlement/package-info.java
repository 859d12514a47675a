/**
 * The bench of settlement: the ledger beside a plain one in SQL, distributions and a year-end run.
 */
@NullMarked
package eco.exchange.lab.bench.settlement;

import org.jspecify.annotations.NullMarked;
