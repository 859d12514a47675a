/**
 * The problems that callers are told when a request fails: documents by RFC 9457, never a trace.
 */
@NullMarked
package eco.exchange.web.problem;

import org.jspecify.annotations.NullMarked;
