/** Tests of the keys. */
@NullMarked
package eco.exchange.contracts.signature;

import org.jspecify.annotations.NullMarked;
