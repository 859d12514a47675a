package eco.exchange.web.request;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The mark of a POST that may be sent again: it demands an {@code Idempotency-Key} header.
 *
 * <p>The same key with the same body is given the stored answer of the first success; with another
 * body or address it is refused (422). Refusals are not stored, so what was too early may be tried
 * again. What the request creates takes its identity from {@link RequestKey#idFor}, so that it
 * happens once even if the exchange died before it could store its answer.
 */
@NameBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Idempotent {}
