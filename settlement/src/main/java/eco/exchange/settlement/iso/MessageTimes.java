package eco.exchange.settlement.iso;

import static eco.exchange.settlement.bank.BankRefusal.TIME_MISSING;

import com.prowidesoftware.swift.model.mx.adapters.IsoDateTimeAdapter;
import com.prowidesoftware.swift.model.mx.adapters.TypeAdaptersConfiguration;
import com.prowidesoftware.swift.model.mx.dic.DateAndDateTime2Choice;
import eco.exchange.calendar.WorkingCalendar;
import jakarta.xml.bind.annotation.adapters.XmlAdapter;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import org.jspecify.annotations.Nullable;

/** Times in messages: what names no zone is the time of Beijing, in which all of it is written. */
final class MessageTimes {

  private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

  private MessageTimes() {}

  static TypeAdaptersConfiguration adapters() {
    TypeAdaptersConfiguration adapters = new TypeAdaptersConfiguration();
    adapters.dateTimeAdapter = new IsoDateTimeAdapter(new InBeijing());
    return adapters;
  }

  static OffsetDateTime written(Instant moment) {
    return moment.truncatedTo(ChronoUnit.MILLIS).atZone(BEIJING).toOffsetDateTime();
  }

  static DateAndDateTime2Choice at(Instant moment) {
    return new DateAndDateTime2Choice().setDtTm(written(moment));
  }

  static DateAndDateTime2Choice onDayOf(Instant moment) {
    return new DateAndDateTime2Choice().setDt(WorkingCalendar.dayOf(moment));
  }

  /** The moment that is told; the day alone does not say whether money was in time. */
  static Instant read(@Nullable DateAndDateTime2Choice told, String of) {
    if (told == null || told.getDtTm() == null) {
      throw new UnfitMessageException(TIME_MISSING, of);
    }
    return told.getDtTm().toInstant();
  }

  private static final class InBeijing extends XmlAdapter<String, OffsetDateTime> {

    @Override
    public OffsetDateTime unmarshal(String text) {
      TemporalAccessor read =
          DateTimeFormatter.ISO_DATE_TIME.parseBest(
              text.strip(), OffsetDateTime::from, LocalDateTime::from);
      return read instanceof LocalDateTime local
          ? local.atZone(BEIJING).toOffsetDateTime()
          : (OffsetDateTime) read;
    }

    @Override
    public String marshal(OffsetDateTime moment) {
      return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(moment);
    }
  }
}
