/**
 * The Chinese wording of methods, amounts, times and states, for pages and papers alike, and the
 * titles of refusals in both languages.
 *
 * <p>Everything here is a pure function from a value to a text; templates call it as extensions.
 */
@NullMarked
package eco.exchange.wording;

import org.jspecify.annotations.NullMarked;
