/** The programs of bidders and holders around sealed offers: they work on files, offline. */
@NullMarked
package eco.exchange.operations.sealed;

import org.jspecify.annotations.NullMarked;
