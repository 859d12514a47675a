package eco.exchange.contracts.sentence;

import eco.exchange.contracts.wording.ChineseWording;
import eco.exchange.money.Money;
import eco.exchange.money.Rational;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A language of contracts: how it words the facts that stand in a sentence. */
enum Language {
  /** The language that binds. */
  CHINESE("zh") {
    @Override
    String amount(Money amount) {
      return ChineseWording.full(amount);
    }

    @Override
    String yuan(Rational fen) {
      return ChineseWording.yuan(fen);
    }

    @Override
    String day(LocalDate day) {
      return ChineseWording.day(day);
    }

    @Override
    String quantity(BigDecimal value, String unit) {
      return ChineseWording.quantity(value, unit);
    }

    @Override
    String clause(int number) {
      return ChineseWording.numeral(number);
    }

    @Override
    <E extends Enum<E>> String name(E named, Function<E, String> zh) {
      return zh.apply(named);
    }
  },

  /** The language of the reading copy. */
  ENGLISH("en") {
    @Override
    String amount(Money amount) {
      return "CNY " + ChineseWording.figures(amount);
    }

    @Override
    String yuan(Rational fen) {
      return ChineseWording.yuan(fen).replace("分", " fen");
    }

    @Override
    String day(LocalDate day) {
      return ENGLISH_DAY.format(day);
    }

    @Override
    String quantity(BigDecimal value, String unit) {
      String spoken =
          switch (unit) {
            case "tCO2e" -> "tonnes of CO2 equivalent";
            case "m2" -> "square metres";
            default -> unit;
          };
      return ChineseWording.number(value) + " " + spoken;
    }

    @Override
    String clause(int number) {
      return Integer.toString(number);
    }

    @Override
    <E extends Enum<E>> String name(E named, Function<E, String> zh) {
      String key = named.getDeclaringClass().getSimpleName() + "." + named.name();
      return Objects.requireNonNull(ENGLISH_NAMES.get(key), key);
    }
  };

  static final Map<String, String> ENGLISH_NAMES = ENGLISH.bundle("names");
  private static final DateTimeFormatter ENGLISH_DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

  private final String code;

  Language(String code) {
    this.code = code;
  }

  /** An amount as a contract must state it. */
  abstract String amount(Money amount);

  /** An exact number of fen in yuan, as a figure of a table. */
  abstract String yuan(Rational fen);

  abstract String day(LocalDate day);

  /** A quantity with the unit as it is spoken. */
  abstract String quantity(BigDecimal value, String unit);

  /** The number of a clause. */
  abstract String clause(int number);

  /** The name of a constant, whose Chinese name stands beside it. */
  abstract <E extends Enum<E>> String name(E named, Function<E, String> zh);

  /** A file of words in this language, by their keys. */
  Map<String, String> bundle(String name) {
    String file = "/clauses/%s_%s.properties".formatted(name, code);
    try (InputStream bytes = Objects.requireNonNull(Language.class.getResourceAsStream(file))) {
      Properties words = new Properties();
      words.load(new InputStreamReader(bytes, StandardCharsets.UTF_8));
      return words.stringPropertyNames().stream()
          .collect(Collectors.toUnmodifiableMap(Function.identity(), words::getProperty));
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read", e);
    }
  }
}
