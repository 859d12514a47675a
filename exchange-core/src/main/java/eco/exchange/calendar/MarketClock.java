package eco.exchange.calendar;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The time of the market: the time of another clock, plus an offset that only grows.
 *
 * <p>It tells whole microseconds, because that is what the database keeps: a moment that is
 * answered now is the one that is read later.
 *
 * <p>A demonstration or a test moves it forward, so that a notice of twenty working days passes in
 * a minute. In production nobody moves it and the offset stays zero. It may be shared by threads;
 * the same clock in another zone moves along.
 */
public final class MarketClock extends Clock {

  private final Clock base;
  private final AtomicLong offsetNanos;

  /**
   * Makes a clock that runs with another.
   *
   * @param base the clock that it runs with
   * @param offset how far ahead of it this clock is at first
   */
  public MarketClock(Clock base, Duration offset) {
    this(base, new AtomicLong(offset.toNanos()));
  }

  private MarketClock(Clock base, AtomicLong offsetNanos) {
    this.base = base;
    this.offsetNanos = offsetNanos;
  }

  /**
   * Moves the time forward; a moment that is already past changes nothing.
   *
   * @param moment the time to move to
   * @return the time of the market now: the moment asked for, or the later time that it is already
   * @throws ArithmeticException if the moment is more than 292 years ahead
   */
  public Instant moveTo(Instant moment) {
    Instant now = base.instant();
    long wanted = Duration.between(now, moment).toNanos();
    return micros(now.plusNanos(offsetNanos.accumulateAndGet(wanted, Math::max)));
  }

  /** How far the market is ahead of the clock that it runs with. */
  public Duration offset() {
    return Duration.ofNanos(offsetNanos.get());
  }

  @Override
  public Instant instant() {
    return micros(base.instant().plusNanos(offsetNanos.get()));
  }

  /** A moment as finely as the market tells time, for moments that come from elsewhere. */
  public static Instant micros(Instant moment) {
    return moment.truncatedTo(ChronoUnit.MICROS);
  }

  @Override
  public ZoneId getZone() {
    return base.getZone();
  }

  @Override
  public MarketClock withZone(ZoneId zone) {
    return new MarketClock(base.withZone(zone), offsetNanos);
  }
}
