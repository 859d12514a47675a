/**
 * Parties and the accounts of the people who act for them, with the roles that say what each may
 * do.
 *
 * <p>{@link eco.exchange.identity.account.Accounts} registers parties and opens accounts. A party
 * is known by the number that the state gave it; an account belongs to one party and has a login, a
 * password and roles. The first administrator is opened at the first start.
 */
@NullMarked
package eco.exchange.identity.account;

import org.jspecify.annotations.NullMarked;
