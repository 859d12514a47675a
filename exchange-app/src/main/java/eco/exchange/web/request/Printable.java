package eco.exchange.web.request;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Will stand on a paper, so every sign of it must be one that can be printed and means to a reader
 * what it means to a machine. What cannot be printed is told here, not when the contract is drawn.
 */
@Documented
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(
    validatedBy = {
      PrintableChecks.OfText.class,
      PrintableChecks.OfTitle.class,
      PrintableChecks.OfMethod.class,
      PrintableChecks.OfTerms.class
    })
public @interface Printable {

  /** What is told if it cannot be printed; the sign is put behind it. */
  String message() default "has a sign that cannot be printed";

  /** Unused, but every constraint has it. */
  Class<?>[] groups() default {};

  /** Unused, but every constraint has it. */
  Class<? extends Payload>[] payload() default {};
}
