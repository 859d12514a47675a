package eco.exchange.server;

import eco.exchange.calendar.WorkingCalendar;
import eco.exchange.rulebook.Rulebook;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The published calendar and rulebook for every module, each read once. */
final class PublishedRules {

  private PublishedRules() {}

  @Produces
  @Singleton
  static WorkingCalendar calendar() {
    return WorkingCalendar.published();
  }

  @Produces
  @Singleton
  static Rulebook rulebook() {
    return Rulebook.published();
  }
}
