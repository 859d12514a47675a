package eco.exchange.wording;

import eco.exchange.calendar.Deadline;
import io.quarkus.qute.TemplateExtension;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The wording of moments and lengths of time, as the clock of the market tells them. */
@TemplateExtension
public final class TimeWording {

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuu年M月d日 HH:mm", Locale.CHINA).withZone(Deadline.ZONE);
  private static final DateTimeFormatter SECOND =
      DateTimeFormatter.ofPattern("M月d日 HH:mm:ss", Locale.CHINA).withZone(Deadline.ZONE);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuu年M月d日", Locale.CHINA).withZone(Deadline.ZONE);

  private TimeWording() {}

  /** A moment in the time of the market. */
  public static String moment(Instant moment) {
    return MOMENT.format(moment);
  }

  /** The end of a period: midnight belongs to the day that ends with it, as 24:00. */
  public static String until(Instant end) {
    ZonedDateTime local = end.atZone(Deadline.ZONE);
    return local.toLocalTime().equals(LocalTime.MIDNIGHT)
        ? DAY.format(local.minusDays(1)) + " 24:00"
        : MOMENT.format(end);
  }

  /** A moment to the second, without the year. */
  public static String second(Instant moment) {
    return SECOND.format(moment);
  }

  /** The day of a moment. */
  public static String day(Instant moment) {
    return DAY.format(moment);
  }

  /** A length of time as people say it, for example '1 小时 30 分钟'. */
  public static String words(Duration length) {
    String all =
        Stream.of(
                part(length.toDays(), "天"),
                part(length.toHoursPart(), "小时"),
                part(length.toMinutesPart(), "分钟"),
                part(length.toSecondsPart(), "秒"),
                part(length.toMillisPart(), "毫秒"))
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(" "));
    return all.isEmpty() ? "0 秒" : all;
  }

  private static String part(long count, String unit) {
    return count == 0 ? "" : count + " " + unit;
  }
}
