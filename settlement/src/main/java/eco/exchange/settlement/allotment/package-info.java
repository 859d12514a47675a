/**
 * Allotments: how what a contract gives to the members of a collective is split among them, paid to
 * each, and shown to the village.
 */
@NullMarked
package eco.exchange.settlement.allotment;

import org.jspecify.annotations.NullMarked;
