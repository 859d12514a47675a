/** The to-do lists and decisions of people, and the record of who decided what, over HTTP. */
@NullMarked
package eco.exchange.web.work;

import org.jspecify.annotations.NullMarked;
