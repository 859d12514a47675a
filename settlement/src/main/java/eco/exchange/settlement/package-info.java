/**
 * Settlement: ledger, deposits, price, revenue, distribution.
 *
 * <p>Money comes in on a virtual sub-account, is held or becomes an income of a contract, and
 * leaves only as the contract's own clauses say. Every fen can be followed through the ledger.
 *
 * <p>The books of one trade are the unit: they are loaded, one pure rule decides, and what it
 * decides is written in one transaction with the events that tell it.
 */
@NullMarked
package eco.exchange.settlement;

import org.jspecify.annotations.NullMarked;
