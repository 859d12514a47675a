/**
 * The sharing of an income by the clauses of its contract, and paying out what it has given.
 *
 * <p>An income that stands in the escrow is shared by the version of the contract in force, as one
 * distribution. What came late owes a penalty, which is shared like an income. Paying is a step of
 * its own, behind the door {@link eco.exchange.settlement.sharing.Disbursements}: an income is
 * shared in one moment, whether or not the bank knows an account of every payee.
 */
@NullMarked
package eco.exchange.settlement.sharing;

import org.jspecify.annotations.NullMarked;
