/**
 * The values of the market in JSON and in addresses, as they are written and strictly read back.
 */
@NullMarked
package eco.exchange.web.json;

import org.jspecify.annotations.NullMarked;
