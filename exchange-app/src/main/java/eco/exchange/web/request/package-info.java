/** What every request carries: who asks, under which idempotency key, and by which safe rules. */
@NullMarked
package eco.exchange.web.request;

import org.jspecify.annotations.NullMarked;
