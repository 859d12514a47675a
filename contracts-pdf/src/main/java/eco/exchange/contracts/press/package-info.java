/**
 * The press: sets a manuscript in lines, divides them into pages, and prints those as a tagged
 * PDF/A-3a.
 *
 * <p>{@link eco.exchange.contracts.press.Composer} makes strips of the manuscript, {@link
 * eco.exchange.contracts.press.Pagination} lays them on pages; both are pure functions and know no
 * file. {@link eco.exchange.contracts.press.Drawer} writes what has been laid. Only {@link
 * eco.exchange.contracts.press.Press} is known outside.
 */
@NullMarked
package eco.exchange.contracts.press;

import org.jspecify.annotations.NullMarked;
