/**
 * The layout of papers: a manuscript becomes strips, which are never torn, and strips are laid on
 * pages.
 *
 * <p>{@link eco.exchange.contracts.print.layout.StripComposer} makes the strips, {@link
 * eco.exchange.contracts.print.layout.Pagination} lays them; both are pure functions and know no
 * file.
 */
@NullMarked
package eco.exchange.contracts.print.layout;

import org.jspecify.annotations.NullMarked;
