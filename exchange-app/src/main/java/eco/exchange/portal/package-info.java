/**
 * The pages for everybody: trades, funds, villages, a member's own share, and the check of a paper.
 *
 * <p>A page is a record filled from a read model or a door, and a template under {@code
 * templates/pages}.
 */
@NullMarked
package eco.exchange.portal;

import org.jspecify.annotations.NullMarked;
