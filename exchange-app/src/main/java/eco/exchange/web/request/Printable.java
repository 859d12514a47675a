package eco.exchange.web.request;

import eco.exchange.contracts.print.manuscript.PrintableText;
import eco.exchange.listing.catalogue.Title;
import eco.exchange.method.MethodTerms;
import eco.exchange.method.MethodTerms.Scoring.Criterion;
import eco.exchange.sharing.SharingTerms;
import eco.exchange.sharing.Step;
import eco.exchange.sharing.Taker;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The mark of what will stand on a paper, so that every sign of it must be one that can be printed
 * and means to a reader what it means to a machine. What cannot be printed is told here, not when
 * the contract is drawn.
 */
@Documented
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(
    validatedBy = {
      Printable.OfText.class,
      Printable.OfTitle.class,
      Printable.OfMethod.class,
      Printable.OfTerms.class
    })
public @interface Printable {

  /** What is told if it cannot be printed; the sign is put behind it. */
  String message() default "has a sign that cannot be printed";

  /** Unused, but every constraint has it. */
  Class<?>[] groups() default {};

  /** Unused, but every constraint has it. */
  Class<? extends Payload>[] payload() default {};

  /** The check of a text by itself. */
  final class OfText implements ConstraintValidator<Printable, String> {

    @Override
    public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
      return Signs.areValid(Stream.ofNullable(text), context);
    }
  }

  /** The check of a title: whose a product is. */
  final class OfTitle implements ConstraintValidator<Printable, Title> {

    @Override
    public boolean isValid(@Nullable Title title, ConstraintValidatorContext context) {
      return Signs.areValid(Stream.ofNullable(title).flatMap(OfTitle::texts), context);
    }

    private static Stream<String> texts(Title title) {
      return Stream.of(title.owner(), title.user(), title.operator(), title.certificate());
    }
  }

  /** The check of how a right is sold; only criteria have names. */
  final class OfMethod implements ConstraintValidator<Printable, MethodTerms> {

    @Override
    public boolean isValid(@Nullable MethodTerms how, ConstraintValidatorContext context) {
      Stream<Criterion> criteria =
          Stream.ofNullable(how)
              .flatMap(it -> it.scored().stream())
              .flatMap(it -> it.criteria().stream());
      return Signs.areValid(criteria.map(Criterion::name), context);
    }
  }

  /** The check of sharing terms, whose payees and groups have names. */
  final class OfTerms implements ConstraintValidator<Printable, SharingTerms> {

    @Override
    public boolean isValid(@Nullable SharingTerms terms, ConstraintValidatorContext context) {
      return Signs.areValid(Stream.ofNullable(terms).flatMap(OfTerms::texts), context);
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

  /** The signs of texts, and the message that names the first that cannot be printed. */
  final class Signs {

    private Signs() {}

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
}
