/**
 * Papers of the exchange: what a manuscript consists of, what signatures look like on it, and what
 * a printed one says.
 *
 * <p>It knows nothing of trades. A {@link eco.exchange.contracts.paper.Manuscript} is what stands
 * on a paper, the press prints it, and {@link eco.exchange.contracts.paper.PrintedPaper} reads a
 * printed one.
 */
@NullMarked
package eco.exchange.contracts.paper;

import org.jspecify.annotations.NullMarked;
