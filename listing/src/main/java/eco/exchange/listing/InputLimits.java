package eco.exchange.listing;

import eco.exchange.answer.Reason;
import eco.exchange.answer.Refusal;
import eco.exchange.listing.catalogue.EnterProduct;
import eco.exchange.listing.catalogue.RecordAppraisal;
import eco.exchange.listing.offer.DraftListing;
import eco.exchange.listing.offer.MethodTermsJson;
import eco.exchange.market.PaymentPlan;
import eco.exchange.method.MethodTerms;
import eco.exchange.money.Money;
import eco.exchange.sharing.TermsJson;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The limits of what is taken in at all: sizes of texts, lists and amounts.
 *
 * <p>They keep nonsense out of the database. Whether an offer may be sold is another question, for
 * {@code SubmissionRules}.
 */
public final class InputLimits {

  private static final int NAME_MAX = 200;
  private static final int TEXT_MAX = 2_000;
  private static final int LIST_MAX = 50;
  private static final int TERMS_MAX = 65_536;
  private static final int YEARS_MAX = 100;
  private static final int DECIMALS_MAX = 6;
  private static final Money AMOUNT_MAX = new Money(10_000_000_000_000L);
  private static final BigDecimal QUANTITY_MAX = BigDecimal.valueOf(1_000_000_000_000L);

  private static final Pattern REGION = Pattern.compile("[0-9]{6}");
  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

  /** The provinces of GB/T 2260, the first two digits of a region. */
  private static final Set<String> PROVINCES =
      Set.of(
          "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37",
          "41", "42", "43", "44", "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64",
          "65", "71", "81", "82");

  private final List<Refusal> faults = new ArrayList<>();

  private InputLimits() {}

  public static List<Refusal> of(EnterProduct product) {
    return new InputLimits()
        .name("name", product.name())
        .name("watershed", product.watershed())
        .name("location", product.location())
        .name("unit", product.unit())
        .name("title.owner", product.title().owner())
        .name("title.user", product.title().user())
        .name("title.operator", product.title().operator())
        .name("title.certificate", product.title().certificate())
        .quantity("quantity", product.quantity())
        .quantity("areaHm2", product.areaHm2())
        .region(product.region())
        .faults;
  }

  public static List<Refusal> of(RecordAppraisal appraisal, LocalDate today) {
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
        .faults;
  }

  public static List<Refusal> of(DraftListing draft) {
    InputLimits limits =
        new InputLimits()
            .name("rightGranted", draft.rightGranted())
            .text("use", draft.use())
            .check("decision", fits(draft.decision(), NAME_MAX), "is longer than 200 characters")
            .amount("reserve", draft.reserve())
            .amount("increment", draft.increment())
            .amount("deposit", draft.deposit())
            .check("termYears", isYears(draft.termYears()), "is not between 0 and 100")
            .check("conditions", draft.conditions().size() <= LIST_MAX, "are more than 50")
            .check("plan", isShort(draft.plan()), "has more than 50 parts or guarantees")
            .check("how", MethodTermsJson.write(draft.how()).length() <= TERMS_MAX, "is too long")
            .check("terms", TermsJson.write(draft.terms()).length() <= TERMS_MAX, "are too long");
    draft.approval().ifPresent(document -> limits.name("approval", document));
    draft.conditions().forEach(condition -> limits.text("conditions", condition));
    amounts(draft.how()).forEach(amount -> limits.amount("how", amount));
    return limits.faults;
  }

  private static List<Money> amounts(MethodTerms how) {
    return switch (how) {
      case MethodTerms.Descending it -> List.of(it.start());
      case MethodTerms.ShareOfRevenue it ->
          Stream.concat(Stream.of(it.rentMin()), it.revenues().stream()).toList();
      case MethodTerms.English it -> List.of();
      case MethodTerms.ListingThenTimed it -> List.of();
      case MethodTerms.SealedOneShot it -> List.of();
      case MethodTerms.PriceTime it -> List.of();
      case MethodTerms.Weighted it -> List.of();
      case MethodTerms.Tender it -> List.of();
      case MethodTerms.Negotiated it -> List.of();
    };
  }

  /** The limits of an opinion, a dispute or a cause. */
  public static List<Refusal> ofText(String field, String text) {
    return new InputLimits().text(field, text).faults;
  }

  private InputLimits name(String field, String text) {
    boolean isLine = text.chars().noneMatch(Character::isISOControl);
    return check(
        field,
        isLine && !text.isBlank() && fits(text, NAME_MAX),
        "must be one line of 1 to 200 characters");
  }

  private InputLimits text(String field, String text) {
    return check(
        field, !text.isBlank() && fits(text, TEXT_MAX), "must be of 1 to 2,000 characters");
  }

  private InputLimits quantity(String field, BigDecimal quantity) {
    BigDecimal bare = quantity.stripTrailingZeros();
    return check(field, bare.signum() > 0, "must be more than nothing")
        .check(field, bare.compareTo(QUANTITY_MAX) <= 0, "is more than 10^12")
        .check(field, bare.scale() <= DECIMALS_MAX, "has more than six decimals");
  }

  private InputLimits amount(String field, Money amount) {
    boolean fits = !amount.isBelow(Money.ZERO) && !AMOUNT_MAX.isBelow(amount);
    return check(field, fits, "must lie between 0 and 10^13 fen");
  }

  private InputLimits region(String region) {
    boolean isRegion = REGION.matcher(region).matches();
    check("region", isRegion, "must be six digits");
    if (isRegion && !PROVINCES.contains(region.substring(0, 2))) {
      tell(ListingRefusal.REGION_UNKNOWN, "no province begins with " + region.substring(0, 2));
    }
    return this;
  }

  private InputLimits check(String field, boolean isWithin, String otherwise) {
    if (!isWithin) {
      tell(ListingRefusal.INPUT_INVALID, field + " " + otherwise);
    }
    return this;
  }

  private void tell(Reason reason, String detail) {
    faults.add(new Refusal(reason, detail));
  }

  private static boolean isShort(Optional<PaymentPlan> plan) {
    return plan.stream()
        .allMatch(it -> it.later().size() <= LIST_MAX && it.guarantees().size() <= LIST_MAX);
  }

  // PostgreSQL keeps every character but this one.
  private static boolean fits(String text, int max) {
    return text.length() <= max && text.indexOf('\0') < 0;
  }

  private static boolean isYears(int years) {
    return years >= 0 && years <= YEARS_MAX;
  }
}
