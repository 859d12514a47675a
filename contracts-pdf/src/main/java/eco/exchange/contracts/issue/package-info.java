/**
 * Papers that the centre issues under its seal alone, from the notice of a sale to the certificate.
 *
 * <p>Each is an {@link eco.exchange.contracts.issue.IssuedPaper}, a record of what it says; its
 * text is worded from that, and the record is attached to the paper as canonical JSON, so that the
 * print can be held against it.
 */
@NullMarked
package eco.exchange.contracts.issue;

import org.jspecify.annotations.NullMarked;
