/** Tests of the sentences of contracts. */
@NullMarked
package eco.exchange.contracts.sentence;

import org.jspecify.annotations.NullMarked;
