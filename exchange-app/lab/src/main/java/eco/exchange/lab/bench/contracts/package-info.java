/** The bench of contracts: printing and signing, beside a browser and another library. */
@NullMarked
package eco.exchange.lab.bench.contracts;

import org.jspecify.annotations.NullMarked;
