package eco.exchange.web.request;

import eco.exchange.contracts.print.manuscript.PrintableText;
import eco.exchange.listing.catalogue.Title;
import eco.exchange.method.MethodTerms;
import eco.exchange.method.MethodTerms.Scoring;
import eco.exchange.method.MethodTerms.Scoring.Criterion;
import eco.exchange.sharing.SharingTerms;
import eco.exchange.sharing.Step;
import eco.exchange.sharing.Taker;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Looks for signs that cannot be printed in everything that will stand on a paper. */
public final class PrintableChecks {

  private PrintableChecks() {}

  /** A text by itself. */
  public static final class OfText implements ConstraintValidator<Printable, String> {

    @Override
    public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
      return areValid(Stream.ofNullable(text), context);
    }
  }

  /** Whose a product is. */
  public static final class OfTitle implements ConstraintValidator<Printable, Title> {

    @Override
    public boolean isValid(@Nullable Title title, ConstraintValidatorContext context) {
      return areValid(Stream.ofNullable(title).flatMap(OfTitle::texts), context);
    }

    private static Stream<String> texts(Title title) {
      return Stream.of(title.owner(), title.user(), title.operator(), title.certificate());
    }
  }

  /** How a right is sold; only criteria have names. */
  public static final class OfMethod implements ConstraintValidator<Printable, MethodTerms> {

    @Override
    public boolean isValid(@Nullable MethodTerms how, ConstraintValidatorContext context) {
      Stream<Scoring> scoring = Stream.ofNullable(how).flatMap(OfMethod::scoring);
      return areValid(scoring.flatMap(it -> it.criteria().stream()).map(Criterion::name), context);
    }

    private static Stream<Scoring> scoring(MethodTerms how) {
      return switch (how) {
        case MethodTerms.Weighted weighted -> Stream.of(weighted.scoring());
        case MethodTerms.Tender tender -> Stream.of(tender.scoring());
        case MethodTerms.English english -> Stream.empty();
        case MethodTerms.ListingThenTimed timed -> Stream.empty();
        case MethodTerms.SealedOneShot once -> Stream.empty();
        case MethodTerms.PriceTime corrected -> Stream.empty();
        case MethodTerms.Descending falling -> Stream.empty();
        case MethodTerms.Negotiated agreed -> Stream.empty();
        case MethodTerms.ShareOfRevenue shared -> Stream.empty();
      };
    }
  }

  /** Sharing terms: their payees and groups have names. */
  public static final class OfTerms implements ConstraintValidator<Printable, SharingTerms> {

    @Override
    public boolean isValid(@Nullable SharingTerms terms, ConstraintValidatorContext context) {
      return areValid(Stream.ofNullable(terms).flatMap(OfTerms::texts), context);
    }

    private static Stream<String> texts(SharingTerms terms) {
      return Stream.concat(
          terms.payees().stream().flatMap(it -> Stream.of(it.key(), it.name())),
          terms.waterfalls().stream().flatMap(it -> names(it.steps())));
    }

    private static Stream<String> names(List<Step> steps) {
      return steps.stream().map(Step::taker).flatMap(OfTerms::names);
    }

    private static Stream<String> names(Taker taker) {
      return Stream.concat(Stream.of(taker.name()), names(taker.steps()));
    }
  }

  private static boolean areValid(Stream<String> texts, ConstraintValidatorContext context) {
    Optional<String> fault =
        texts.map(PrintableText::faultOf).flatMap(Optional::stream).findFirst();
    fault.ifPresent(sign -> tell(sign, context));
    return fault.isEmpty();
  }

  private static void tell(String sign, ConstraintValidatorContext context) {
    String message = context.getDefaultConstraintMessageTemplate() + ": " + sign;
    context.disableDefaultConstraintViolation();
    context.buildConstraintViolationWithTemplate(message).addConstraintViolation();
  }
}
