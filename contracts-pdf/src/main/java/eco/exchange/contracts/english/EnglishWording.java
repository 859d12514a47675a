package eco.exchange.contracts.english;

import eco.exchange.calendar.Deadline;
import eco.exchange.contracts.wording.ChineseWording;
import eco.exchange.market.Guarantee;
import eco.exchange.market.OwnershipClass;
import eco.exchange.market.RightKind;
import eco.exchange.method.TradeMethod;
import eco.exchange.money.Money;
import eco.exchange.sharing.Income;
import eco.exchange.sharing.Principle;
import eco.exchange.sharing.Taker.Roster;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** English words for what the exchange names in Chinese. */
final class EnglishWording {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

  private EnglishWording() {}

  static String amount(Money amount) {
    return "CNY " + ChineseWording.figures(amount);
  }

  static String day(LocalDate day) {
    return DAY.format(day);
  }

  static String day(Instant at) {
    return DAY.format(at.atZone(Deadline.ZONE));
  }

  static String quantity(BigDecimal value, String unit) {
    String spoken =
        switch (unit) {
          case "tCO2e" -> "tonnes of CO2 equivalent";
          case "m2" -> "square metres";
          default -> unit;
        };
    return ChineseWording.number(value) + " " + spoken;
  }

  static String kind(RightKind kind) {
    return switch (kind) {
      case CARBON_SINK -> "carbon sink of soil and water conservation";
      case MATERIAL_SUPPLY_RIGHT -> "operating right: supply of materials";
      case TOURISM_RIGHT -> "operating right: culture and tourism";
    };
  }

  static String ownership(OwnershipClass owner) {
    return switch (owner) {
      case STATE -> "owned by the state";
      case COLLECTIVE -> "owned by a collective";
      case INDIVIDUAL -> "held by a household";
    };
  }

  static String method(TradeMethod method) {
    return switch (method) {
      case ENGLISH_ONLINE -> "rising bids online";
      case LISTING_THEN_TIMED -> "listing followed by timed bids";
      case SEALED_ONE_SHOT -> "one sealed offer each";
      case PRICE_TIME -> "sealed offers, price before time";
      case WEIGHTED -> "weighted offers";
      case DESCENDING -> "falling price";
      case TENDER -> "tender";
      case NEGOTIATED -> "negotiation";
      case SHARE_OF_REVENUE -> "bids of a share of the revenue";
    };
  }

  static String income(Income income) {
    return switch (income) {
      case PRICE -> "the price";
      case REVENUE -> "a year's revenue";
      case INSTALMENT -> "an instalment of the price";
      case COMPENSATION -> "compensation";
      case PENALTY -> "a penalty";
    };
  }

  static String guarantee(Guarantee guarantee) {
    return switch (guarantee) {
      case BANK_GUARANTEE -> "a bank guarantee";
      case MORTGAGE -> "a mortgage";
      case PLEDGE -> "a pledge";
      case SURETY -> "a surety";
    };
  }

  static String principle(Principle principle) {
    return switch (principle) {
      case INVESTS -> "who invests";
      case OWNS -> "who owns";
      case OPERATES -> "who operates";
      case COLLECTIVE -> "the village collective";
      case VILLAGERS -> "the villagers";
      case WATERSHED -> "reinvestment in the watershed";
      case EXCHANGE -> "trading services";
      case PLEDGEE -> "pledgee";
      case HOUSEHOLD -> "contractor household";
    };
  }

  static String rule(Roster.Rule rule) {
    return switch (rule) {
      case BY_SHARES -> "by shares";
      case PER_HEAD -> "per head";
      case PER_HOUSEHOLD -> "per household";
    };
  }
}
