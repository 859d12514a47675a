/**
 * Printed papers: {@link eco.exchange.contracts.print.Press} prints a manuscript as a tagged
 * PDF/A-3a.
 *
 * <p>The rooms below make strips of a manuscript and lay them on pages; this one writes what has
 * been laid. It also draws the marks that signatures and seals leave, and reads with {@link
 * eco.exchange.contracts.print.PrintedPaper} what a printed paper says.
 */
@NullMarked
package eco.exchange.contracts.print;

import org.jspecify.annotations.NullMarked;
