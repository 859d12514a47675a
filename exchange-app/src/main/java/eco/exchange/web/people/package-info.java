/** Signing in and out, parties and their accounts, and the clock of the market, over HTTP. */
@NullMarked
package eco.exchange.web.people;

import org.jspecify.annotations.NullMarked;
