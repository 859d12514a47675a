package eco.exchange.contracts.statement;

import eco.exchange.sharing.SealedContract;
import eco.exchange.sharing.Statement;
import java.time.Instant;

/**
 * What a settlement statement states: one distribution, and the payee to whom it is explained.
 *
 * @param contract the sealed contract by whose terms was shared
 * @param statement the distribution, as settlement booked it
 * @param payee the key of the payee to whom the statement is made out
 * @param distributedAt when it was shared
 */
public record StatementPaper(
    SealedContract contract, Statement statement, String payee, Instant distributedAt) {}
