/**
 * The books of one trade: loaded, decided about, and written in one transaction.
 *
 * <p>A rule takes {@link eco.exchange.settlement.books.Books} and returns a {@link
 * eco.exchange.answer.Decision}: the answer, the books that it leaves, and the events that follow.
 * What it changed is a list of changes, written together with the events that tell it: all of it or
 * nothing. Decisions about different trades that wait at one moment are written together; those
 * about one trade are made one after the other.
 *
 * <p>Every rule of a trade, from the deposit to the yearly revenue, works on these books. The rooms
 * of those rules stand above and give them to {@link eco.exchange.settlement.books.BooksStore}; no
 * rule stands here, and none is known here.
 */
@NullMarked
package eco.exchange.settlement.books;

import org.jspecify.annotations.NullMarked;
