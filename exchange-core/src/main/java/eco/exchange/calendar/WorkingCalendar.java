package eco.exchange.calendar;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.fasterxml.jackson.module.paramnames.ParameterNamesModule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The working days of mainland China, counted by the published holiday notices.
 *
 * <p>Monday to Friday are working days and Saturday and Sunday are not, except where the State
 * Council's yearly notice says otherwise. The notices are facts in {@code holidays.json}, each with
 * its address. A year without a notice is counted by its weekdays alone, and deadlines that touch
 * it say that they are not final.
 */
public final class WorkingCalendar {

  private final Map<LocalDate, Boolean> exceptions = new HashMap<>();
  private final Set<Integer> years;

  WorkingCalendar(List<HolidayNotice> notices) {
    years = notices.stream().map(HolidayNotice::year).collect(Collectors.toUnmodifiableSet());
    if (years.size() != notices.size()) {
      throw new IllegalArgumentException("two notices for one year: " + years);
    }
    for (HolidayNotice notice : notices) {
      for (HolidayNotice.Holiday holiday : notice.holidays()) {
        holiday.daysOff().forEach(day -> except(day, false));
        holiday.worked().forEach(day -> except(day, true));
      }
    }
  }

  /** The calendar of the notices published so far. */
  public static WorkingCalendar published() {
    try (InputStream json = WorkingCalendar.class.getResourceAsStream("holidays.json")) {
      return read(Objects.requireNonNull(json, "holidays.json is not on the class path"));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** Reads notices, and takes nothing that it does not understand. */
  static WorkingCalendar read(InputStream json) throws IOException {
    JsonMapper mapper =
        JsonMapper.builder()
            .addModules(new JavaTimeModule(), new ParameterNamesModule())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(
                DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
                DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
                DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    return new WorkingCalendar(mapper.readValue(json, new TypeReference<>() {}));
  }

  /** The day of the market on which a moment falls. */
  public static LocalDate dayOf(Instant moment) {
    return LocalDate.ofInstant(moment, Deadline.ZONE);
  }

  /** Whether people work on this day, as far as is known. */
  public boolean isWorkingDay(LocalDate day) {
    Boolean exception = exceptions.get(day);
    return exception == null ? !HolidayNotice.isWeekend(day) : exception;
  }

  /**
   * Counts a period of working days; the day on which it starts is not counted (R 1.8).
   *
   * @param start the day on which the period starts, for example the first day of a notice
   * @param days how many working days it lasts, at least one
   */
  public Deadline plusWorkingDays(LocalDate start, int days) {
    if (days < 1) {
      throw new IllegalArgumentException("a period lasts at least one working day: " + days);
    }
    LocalDate day = start;
    boolean known = true;
    for (int left = days; left > 0; left -= isWorkingDay(day) ? 1 : 0) {
      day = day.plusDays(1);
      known &= years.containsAll(HolidayNotice.yearsAbout(day));
    }
    return new Deadline(day, known);
  }

  /**
   * A day on which something is due, or the next one on which people work (Civil Code art. 203).
   */
  public Deadline onWorkingDay(LocalDate day) {
    return plusWorkingDays(day.minusDays(1), 1);
  }

  /**
   * How many working days lie after the start, up to and including the end; none if the end is not
   * after the start.
   */
  public int workingDaysBetween(LocalDate start, LocalDate end) {
    int days = 0;
    for (LocalDate day = start.plusDays(1); !day.isAfter(end); day = day.plusDays(1)) {
      days += isWorkingDay(day) ? 1 : 0;
    }
    return days;
  }

  private void except(LocalDate day, boolean worked) {
    if (exceptions.put(day, worked) != null) {
      throw new IllegalArgumentException("the notices speak twice about " + day);
    }
  }
}
