/** The public file of each trade, over HTTP: what is offered, what was bid, who is paid what. */
@NullMarked
package eco.exchange.web.trade;

import org.jspecify.annotations.NullMarked;
