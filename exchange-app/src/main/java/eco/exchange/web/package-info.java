/**
 * The exchange over HTTP: one resource for each noun of the market, under {@code /api/v1}.
 *
 * <p>A resource says who may call it, reads the request, calls one door and tells its answer. What
 * all resources share stands beside it: {@code problem} for what went wrong, {@code json} for how
 * values are written, {@code request} for who asks and under which key.
 */
@NullMarked
package eco.exchange.web;

import org.jspecify.annotations.NullMarked;
