/**
 * The common part of every request: who asks, under which idempotency key, and by which safe rules.
 */
@NullMarked
package eco.exchange.web.request;

import org.jspecify.annotations.NullMarked;
