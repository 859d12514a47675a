package eco.exchange.rulebook;

import eco.exchange.money.Money;
import eco.exchange.money.Percentage;

/**
 * The limits of a price in instalments (R-POST-5).
 *
 * @param priceMin from which price on it is large; the law names none
 * @param firstMin the least part that is paid at once
 * @param monthsMax within how many months all is paid
 * @param rateMax the highest interest of a year, which keeps out what can only be a mistake
 */
public record InstalmentLimits(
    Money priceMin, Percentage firstMin, int monthsMax, Percentage rateMax) {}
