/** Made-up contracts, for whoever measures how contracts are made. */
@NullMarked
package eco.exchange.contracts.sample;

import org.jspecify.annotations.NullMarked;
