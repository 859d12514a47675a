/**
 * The contents of the centre's papers: notices, confirmations of deals and statements, read over
 * all modules. The papers themselves are printed and sealed by the module of contracts.
 */
@NullMarked
package eco.exchange.tradefile.paper;

import org.jspecify.annotations.NullMarked;
