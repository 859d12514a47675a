/**
 * The general ledger: the accounts and transfers of all stories in PostgreSQL.
 *
 * <p>{@link eco.exchange.settlement.generalledger.GeneralLedger} is the door for whoever keeps and
 * audits the books: it posts chains of transfers, ends holds, closes accounts, counts everything
 * anew and writes the journal. The books of a trade are written through the same rows, in the
 * transaction of their own decision.
 */
@NullMarked
package eco.exchange.settlement.generalledger;

import org.jspecify.annotations.NullMarked;
