/** The program behind {@code ./exchange bench}, which knows every bench by name. */
@NullMarked
package eco.exchange.lab.bench;

import org.jspecify.annotations.NullMarked;
