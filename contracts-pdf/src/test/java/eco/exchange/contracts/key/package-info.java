/** Tests of keys, devices and time stamps. */
@NullMarked
package eco.exchange.contracts.key;

import org.jspecify.annotations.NullMarked;
