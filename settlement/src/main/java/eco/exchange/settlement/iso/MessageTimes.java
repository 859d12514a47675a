package eco.exchange.settlement.iso;

import static eco.exchange.settlement.bank.BankRefusal.TIME_MISSING;

import com.prowidesoftware.swift.model.mx.adapters.IsoDateAdapter;
import com.prowidesoftware.swift.model.mx.adapters.IsoDateTimeAdapter;
import com.prowidesoftware.swift.model.mx.adapters.LocalDateAdapter;
import com.prowidesoftware.swift.model.mx.adapters.TypeAdaptersConfiguration;
import com.prowidesoftware.swift.model.mx.dic.DateAndDateTime2Choice;
import com.prowidesoftware.swift.model.mx.dic.EntryTransaction10;
import com.prowidesoftware.swift.model.mx.dic.ReportEntry10;
import com.prowidesoftware.swift.model.mx.dic.TransactionDates3;
import eco.exchange.calendar.WorkingCalendar;
import eco.exchange.settlement.bank.BookingTime;
import jakarta.xml.bind.annotation.adapters.XmlAdapter;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import javax.xml.datatype.DatatypeConstants;
import javax.xml.datatype.DatatypeFactory;
import javax.xml.datatype.XMLGregorianCalendar;
import org.jspecify.annotations.Nullable;

/** Times in messages: what names no zone is the time of Beijing, in which all of it is written. */
final class MessageTimes {

  private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");
  private static final DatatypeFactory TYPES = DatatypeFactory.newDefaultInstance();

  // The database keeps what lies between, and no bank means what lies outside.
  private static final BigInteger YEAR_MIN = BigInteger.valueOf(1900);
  private static final BigInteger YEAR_MAX = BigInteger.valueOf(9999);

  private static final int SECONDS_A_MINUTE = 60;
  private static final int MICROS_DIGITS = 6;
  private static final int NANOS_DIGITS = 9;

  private MessageTimes() {}

  static TypeAdaptersConfiguration adapters() {
    TypeAdaptersConfiguration adapters = new TypeAdaptersConfiguration();
    adapters.dateTimeAdapter = new IsoDateTimeAdapter(new InBeijing());
    adapters.dateAdapter = new IsoDateAdapter(new Stripped());
    return adapters;
  }

  static OffsetDateTime written(Instant moment) {
    return moment.truncatedTo(ChronoUnit.MILLIS).atZone(BEIJING).toOffsetDateTime();
  }

  static DateAndDateTime2Choice written(BookingTime booked) {
    return booked
        .moment()
        .map(moment -> new DateAndDateTime2Choice().setDtTm(written(moment)))
        .orElseGet(() -> on(booked.day()));
  }

  static DateAndDateTime2Choice on(LocalDate day) {
    return new DateAndDateTime2Choice().setDt(day);
  }

  /**
   * When a movement was booked. Of a bank that tells the day alone, the moment is that of the value
   * or of the acceptance, if these were on that day.
   */
  static BookingTime booked(ReportEntry10 told, EntryTransaction10 part, String of) {
    LocalDate day =
        day(told.getBookgDt())
            .or(() -> day(told.getValDt()))
            .orElseThrow(() -> new UnfitMessageException(TIME_MISSING, of));
    Optional<Instant> accepted =
        Optional.ofNullable(part.getRltdDts())
            .map(TransactionDates3::getAccptncDtTm)
            .map(OffsetDateTime::toInstant);
    return moment(told.getBookgDt())
        .or(() -> moment(told.getValDt()).filter(at -> WorkingCalendar.dayOf(at).equals(day)))
        .or(() -> accepted.filter(at -> WorkingCalendar.dayOf(at).equals(day)))
        .map(BookingTime::at)
        .orElseGet(() -> BookingTime.on(day));
  }

  /** The day of a balance. */
  static LocalDate day(@Nullable DateAndDateTime2Choice told, String of) {
    return day(told).orElseThrow(() -> new UnfitMessageException(TIME_MISSING, of));
  }

  private static Optional<LocalDate> day(@Nullable DateAndDateTime2Choice told) {
    return moment(told)
        .map(WorkingCalendar::dayOf)
        .or(() -> Optional.ofNullable(told).map(DateAndDateTime2Choice::getDt))
        .filter(
            day -> YEAR_MIN.intValue() <= day.getYear() && day.getYear() <= YEAR_MAX.intValue());
  }

  private static Optional<Instant> moment(@Nullable DateAndDateTime2Choice told) {
    return Optional.ofNullable(told)
        .map(DateAndDateTime2Choice::getDtTm)
        .map(OffsetDateTime::toInstant);
  }

  /** A moment that the schema demands; it is missing if it lies outside the years that are read. */
  static Instant read(@Nullable OffsetDateTime told, String of) {
    if (told == null) {
      throw new UnfitMessageException(TIME_MISSING, of + ", in the years that are read");
    }
    return told.toInstant();
  }

  /**
   * Every time that a schema allows (XML Schema part 2, 3.2.7): 24:00:00 is the beginning of the
   * next day, a second has as many digits as it likes, and what is finer than the market tells time
   * is cut off. The library takes what is not read as missing.
   */
  private static final class InBeijing extends XmlAdapter<String, OffsetDateTime> {

    @Override
    public @Nullable OffsetDateTime unmarshal(String text) {
      XMLGregorianCalendar told = TYPES.newXMLGregorianCalendar(text.strip());
      BigInteger year = told.getEonAndYear();
      if (year.compareTo(YEAR_MIN) < 0 || year.compareTo(YEAR_MAX) > 0) {
        return null;
      }
      LocalDateTime local =
          LocalDateTime.of(
              year.intValue(),
              told.getMonth(),
              told.getDay(),
              told.getHour(),
              told.getMinute(),
              told.getSecond(),
              nanos(told.getFractionalSecond()));
      boolean isLocal = told.getTimezone() == DatatypeConstants.FIELD_UNDEFINED;
      return isLocal
          ? local.atZone(BEIJING).toOffsetDateTime()
          : local.atOffset(ZoneOffset.ofTotalSeconds(told.getTimezone() * SECONDS_A_MINUTE));
    }

    private static int nanos(@Nullable BigDecimal fraction) {
      return fraction == null
          ? 0
          : fraction
              .setScale(MICROS_DIGITS, RoundingMode.DOWN)
              .movePointRight(NANOS_DIGITS)
              .intValueExact();
    }

    @Override
    public String marshal(OffsetDateTime moment) {
      return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(moment);
    }
  }

  /** A day, with the blanks around it that a schema allows (whiteSpace of XML Schema part 2). */
  private static final class Stripped extends XmlAdapter<String, LocalDate> {

    private final LocalDateAdapter days = new LocalDateAdapter();

    @Override
    public @Nullable LocalDate unmarshal(String text) throws Exception {
      return days.unmarshal(text.strip());
    }

    @Override
    public String marshal(LocalDate day) throws Exception {
      return days.marshal(day);
    }
  }
}
