/**
 * The answers of doors: what was done, or every reason why not.
 *
 * <p>An {@link eco.exchange.answer.Answer} holds what was done, or {@link
 * eco.exchange.answer.Refusal}s. Each of them names a {@link eco.exchange.answer.Reason}, a
 * constant of the enum in which a module lists its reasons in the order in which they are checked.
 */
@NullMarked
package eco.exchange.answer;

import org.jspecify.annotations.NullMarked;
