package eco.exchange.workflow.engine;

import java.time.Clock;
import java.util.Calendar;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.TimeZone;

/** The market's clock as the process engine reads it; the engine itself may not set it. */
record EngineClock(Clock clock) implements org.flowable.common.engine.impl.runtime.Clock {

  @Override
  public Date getCurrentTime() {
    return Date.from(clock.instant());
  }

  @Override
  public Calendar getCurrentCalendar() {
    return getCurrentCalendar(getCurrentTimeZone());
  }

  @Override
  public Calendar getCurrentCalendar(TimeZone zone) {
    Calendar calendar = new GregorianCalendar(zone);
    calendar.setTime(getCurrentTime());
    return calendar;
  }

  @Override
  public TimeZone getCurrentTimeZone() {
    return TimeZone.getTimeZone(clock.getZone());
  }

  @Override
  public void setCurrentTime(Date time) {
    throw new UnsupportedOperationException("Market time is moved by the market alone.");
  }

  @Override
  public void setCurrentCalendar(Calendar calendar) {
    throw new UnsupportedOperationException("Market time is moved by the market alone.");
  }

  @Override
  public void reset() {
    // Nothing was set, so there is nothing to undo.
  }
}
