/** Contracts, certificates and statements, as data and as papers, over HTTP. */
@NullMarked
package eco.exchange.web.contract;

import org.jspecify.annotations.NullMarked;
