/**
 * The numbers of the law: periods, percentages and limits, as dated data with their sources.
 *
 * <p>A {@link eco.exchange.rulebook.Rulebook} holds editions; which {@link
 * eco.exchange.rulebook.RuleEdition} a sale follows depends on whose property is sold, how, and
 * when.
 */
@NullMarked
package eco.exchange.rulebook;

import org.jspecify.annotations.NullMarked;
