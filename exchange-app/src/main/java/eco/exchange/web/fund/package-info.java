/** The reinvestment funds over HTTP: their ledgers, projects and payments. */
@NullMarked
package eco.exchange.web.fund;

import org.jspecify.annotations.NullMarked;
