package eco.exchange.listing.catalogue;

import eco.exchange.answer.Refusal;
import eco.exchange.listing.InputLimits;
import eco.exchange.listing.ListingRefusal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The limits of what the catalogue takes in: products and the reports of their appraisers. */
final class CatalogueLimits {

  private static final int DECIMALS_MAX = 6;
  private static final BigDecimal QUANTITY_MAX = BigDecimal.valueOf(1_000_000_000_000L);

  private static final Pattern REGION = Pattern.compile("[0-9]{6}");
  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

  /** The provinces of GB/T 2260, the first two digits of a region. */
  private static final Set<String> PROVINCES =
      Set.of(
          "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37",
          "41", "42", "43", "44", "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64",
          "65", "71", "81", "82");

  private CatalogueLimits() {}

  /** What is wrong with the words of a product; empty if nothing is. */
  static List<Refusal> of(EnterProduct product) {
    InputLimits names =
        new InputLimits()
            .name("name", product.name())
            .name("watershed", product.watershed())
            .name("location", product.location())
            .name("unit", product.unit())
            .name("title.owner", product.title().owner())
            .name("title.user", product.title().user())
            .name("title.operator", product.title().operator())
            .name("title.certificate", product.title().certificate());
    InputLimits quantity = quantity(names, "quantity", product.quantity());
    InputLimits area = quantity(quantity, "areaHm2", product.areaHm2());
    return region(area, product.region()).faults();
  }

  /** What is wrong with the words of a report that is recorded on a day; empty if nothing is. */
  static List<Refusal> of(RecordAppraisal appraisal, LocalDate today) {
    return new InputLimits()
        .name("method", appraisal.method())
        .name("reportNumber", appraisal.reportNumber())
        .check("value", appraisal.value().isPositive(), "must be more than nothing")
        .amount("value", appraisal.value())
        .check("valuedOn", !appraisal.valuedOn().isAfter(today), "lies in the future")
        .check("valuedOn", appraisal.valuedOn().getYear() >= 1949, "lies too far in the past")
        .check(
            "reportSha256",
            SHA256.matcher(appraisal.reportSha256()).matches(),
            "is not 64 small hexadecimal digits")
        .faults();
  }

  private static InputLimits quantity(InputLimits limits, String field, BigDecimal quantity) {
    BigDecimal bare = quantity.stripTrailingZeros();
    return limits
        .check(field, bare.signum() > 0, "must be more than nothing")
        .check(field, bare.compareTo(QUANTITY_MAX) <= 0, "is more than 10^12")
        .check(field, bare.scale() <= DECIMALS_MAX, "has more than six decimals");
  }

  private static InputLimits region(InputLimits limits, String region) {
    if (!REGION.matcher(region).matches()) {
      return limits.check("region", false, "must be six digits");
    }
    String province = region.substring(0, 2);
    return limits.check(
        PROVINCES.contains(province),
        ListingRefusal.REGION_UNKNOWN,
        "no province begins with " + province);
  }
}
