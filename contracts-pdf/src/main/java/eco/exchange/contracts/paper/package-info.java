/**
 * Papers of the exchange: from a manuscript to a tagged PDF/A-3a, and back to its text and data.
 *
 * <p>It knows nothing of trades. A {@link eco.exchange.contracts.paper.Manuscript} is what stands
 * on a paper, {@link eco.exchange.contracts.paper.Press} prints it, and {@link
 * eco.exchange.contracts.paper.PrintedPaper} reads a printed one.
 */
@NullMarked
package eco.exchange.contracts.paper;

import org.jspecify.annotations.NullMarked;
