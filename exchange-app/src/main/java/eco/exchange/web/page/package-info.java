/**
 * The public pages: the list of trades and the story of each, for everybody, without any script.
 */
@NullMarked
package eco.exchange.web.page;

import org.jspecify.annotations.NullMarked;
