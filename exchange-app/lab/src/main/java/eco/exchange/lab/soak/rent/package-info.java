/**
 * The soak of sales by a yearly rent and a share of the revenue: random terms, random bids, and a
 * plain count of what each expected year can carry.
 */
@NullMarked
package eco.exchange.lab.soak.rent;

import org.jspecify.annotations.NullMarked;
