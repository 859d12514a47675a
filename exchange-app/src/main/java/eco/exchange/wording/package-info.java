/**
 * The Chinese wording of methods, amounts, times and states for the pages, and the titles of
 * refusals in both languages.
 *
 * <p>Everything here is a pure function from a value to a text; templates call it as extensions.
 * {@link eco.exchange.wording.MethodWording} words the method for the notice of a sale, too; all
 * else on papers is worded by the module of the contracts.
 */
@NullMarked
package eco.exchange.wording;

import org.jspecify.annotations.NullMarked;
