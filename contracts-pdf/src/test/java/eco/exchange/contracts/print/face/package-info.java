/** Tests of the face. */
@NullMarked
package eco.exchange.contracts.print.face;

import org.jspecify.annotations.NullMarked;
