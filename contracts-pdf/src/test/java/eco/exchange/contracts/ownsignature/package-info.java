/** Tests of signatures that parties bring. */
@NullMarked
package eco.exchange.contracts.ownsignature;

import org.jspecify.annotations.NullMarked;
