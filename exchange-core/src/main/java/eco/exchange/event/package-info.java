/** The story of a trade, told as facts in the past tense. */
@NullMarked
package eco.exchange.event;

import org.jspecify.annotations.NullMarked;
