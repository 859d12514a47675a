/** The live feed: how an auction stands, sent to whoever watches as soon as it changes. */
@NullMarked
package eco.exchange.web.live;

import org.jspecify.annotations.NullMarked;
