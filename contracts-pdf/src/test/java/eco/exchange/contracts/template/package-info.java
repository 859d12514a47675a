/** Tests of templates. */
@NullMarked
package eco.exchange.contracts.template;

import org.jspecify.annotations.NullMarked;
