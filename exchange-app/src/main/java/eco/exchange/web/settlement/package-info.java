/** Money in and out: receipts, price accounts, revenue reports, ledger and books, over HTTP. */
@NullMarked
package eco.exchange.web.settlement;

import org.jspecify.annotations.NullMarked;
