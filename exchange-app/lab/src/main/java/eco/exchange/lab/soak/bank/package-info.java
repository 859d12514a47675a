/**
 * The soak of the bank link: messages that are mutated a million times, and a bank that tells its
 * book in every way while the exchange is killed.
 */
@NullMarked
package eco.exchange.lab.soak.bank;

import org.jspecify.annotations.NullMarked;
