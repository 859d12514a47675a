/**
 * The revenue of a year: reported by the operator, received in full, then shared.
 *
 * <p>A report can be corrected until the money has come in; each correction is the next edition.
 * Before the income of a year is shared the centre notes the facts on which it depends: the
 * monitored erosion, and what pledgees are owed. How late a revenue is follows from its deadlines.
 * {@link eco.exchange.settlement.revenue.Revenues} is the door.
 */
@NullMarked
package eco.exchange.settlement.revenue;

import org.jspecify.annotations.NullMarked;
