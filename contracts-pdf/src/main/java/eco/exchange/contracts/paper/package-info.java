/** The papers of the exchange as PDF/A-3a: contract, transaction certificate, statement. */
@NullMarked
package eco.exchange.contracts.paper;

import org.jspecify.annotations.NullMarked;
