/**
 * Persons, as far as settlement may know them: sealed.
 *
 * <p>Whoever files a roster seals name, number and account of a person before they come here. A
 * blind index finds the same person again without opening anything; an account is opened when the
 * bank is told to pay to it, and at no other time. Rosters, allotments and payment files meet here,
 * because all three need it and none of them another.
 */
@NullMarked
package eco.exchange.settlement.person;

import org.jspecify.annotations.NullMarked;
