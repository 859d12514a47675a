package eco.exchange.listing.offer;

import eco.exchange.calendar.WorkingCalendar;
import eco.exchange.market.TradeId;
import java.time.LocalDate;
import java.util.Optional;

/**
 * An earlier trade of the same product.
 *
 * @param trade its code
 * @param state where it stands
 * @param draft what was offered
 * @param disclosure its notice, if it was disclosed
 * @param next another trade that was disclosed as its successor
 */
record EarlierTrade(
    TradeId trade,
    ListingState state,
    DraftListing draft,
    Optional<Disclosure> disclosure,
    Optional<TradeId> next) {

  Disclosure notice() {
    return disclosure.orElseThrow();
  }

  /** The day on which this right was disclosed for the first time. */
  LocalDate firstDay() {
    return WorkingCalendar.dayOf(notice().firstAt());
  }

  /** The day on which it was disclosed for the last time. */
  LocalDate lastDay() {
    return WorkingCalendar.dayOf(notice().at());
  }
}
