/** Tests of the contract, from the deal to the certificate. */
@NullMarked
package eco.exchange.contracts;

import org.jspecify.annotations.NullMarked;
