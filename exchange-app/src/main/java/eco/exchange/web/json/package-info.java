/** How the values of the market are written in JSON and in addresses, and strictly read back. */
@NullMarked
package eco.exchange.web.json;

import org.jspecify.annotations.NullMarked;
