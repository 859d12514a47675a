/**
 * Rows of PostgreSQL, as every room of settlement writes and reads them.
 *
 * <p>Many rows are written by one statement, each column as an array ({@code PgRows}). A query
 * answers a list ({@code PgQueries}); a long list is read page by page ({@code PageStream}) and
 * goes on from the number of a row ({@code NumberedRow}). A failure that only means that somebody
 * else was first is told apart from others ({@code PgFailures}). Nothing here knows money,
 * contracts or accounts.
 */
@NullMarked
package eco.exchange.settlement.rows;

import org.jspecify.annotations.NullMarked;
