package eco.exchange.wording;

import eco.exchange.money.Money;
import io.quarkus.qute.TemplateExtension;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** The wording of amounts, quantities and their units. */
@TemplateExtension
public final class AmountWording {

  private AmountWording() {}

  /** An amount with its thousands apart, for example '1,116,000.00'. */
  public static String grouped(Money amount) {
    return new DecimalFormat("#,##0.00", DecimalFormatSymbols.getInstance(Locale.ROOT))
        .format(amount.inYuan());
  }

  /** A quantity to the hundredth, without needless zeros, its thousands apart. */
  public static String grouped(BigDecimal quantity) {
    return new DecimalFormat("#,##0.##", DecimalFormatSymbols.getInstance(Locale.ROOT))
        .format(quantity);
  }

  /** A unit as people say it. */
  public static String unitName(String unit) {
    return switch (unit) {
      case "tCO2e" -> "吨二氧化碳当量";
      case "mu" -> "亩";
      case "m2" -> "平方米";
      default -> unit;
    };
  }
}
