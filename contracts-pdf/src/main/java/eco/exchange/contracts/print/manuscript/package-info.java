/**
 * Manuscripts: what stands on a paper, before anything is known of lines, pages or PDF.
 *
 * <p>A {@link eco.exchange.contracts.print.manuscript.Manuscript} has sections of passages, places
 * where one signs, an imprint by which the paper is known again, and attached files. It knows
 * nothing of trades.
 */
@NullMarked
package eco.exchange.contracts.print.manuscript;

import org.jspecify.annotations.NullMarked;
