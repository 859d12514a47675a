/**
 * A simulated bank in a process of its own: real files in a shared folder, with faults where
 * wanted.
 */
@NullMarked
package eco.exchange.lab.bank;

import org.jspecify.annotations.NullMarked;
