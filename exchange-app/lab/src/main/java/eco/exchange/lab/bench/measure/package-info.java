/**
 * The common part of all benches: orders, figures and their pictures, load in a closed loop,
 * latencies, memory.
 */
@NullMarked
package eco.exchange.lab.bench.measure;

import org.jspecify.annotations.NullMarked;
