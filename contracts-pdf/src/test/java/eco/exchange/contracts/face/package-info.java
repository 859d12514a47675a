/** Tests of the face. */
@NullMarked
package eco.exchange.contracts.face;

import org.jspecify.annotations.NullMarked;
