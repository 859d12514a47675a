package eco.exchange.listing.offer;

import eco.exchange.answer.Refusal;
import eco.exchange.listing.InputLimits;
import eco.exchange.market.PaymentPlan;
import eco.exchange.sharing.TermsJson;
import java.util.List;
import java.util.Optional;

/** The limits of a draft, which may be incomplete but not too long. */
final class DraftLimits {

  private static final int METHOD_MAX = 65_536;
  private static final int TERMS_MAX = 524_288;
  private static final int YEARS_MAX = 100;

  private DraftLimits() {}

  /** What is wrong with the words of a draft; empty if nothing is. */
  static List<Refusal> of(DraftListing draft) {
    boolean isNumber = InputLimits.fits(draft.decision(), InputLimits.NAME_MAX);
    boolean areFew = draft.conditions().size() <= InputLimits.LIST_MAX;
    return new InputLimits()
        .name("rightGranted", draft.rightGranted())
        .text("use", draft.use())
        .check("decision", isNumber, "is longer than 200 characters")
        .amount("reserve", draft.reserve())
        .amount("increment", draft.increment())
        .amount("deposit", draft.deposit())
        .check("termYears", isYears(draft.termYears()), "is not between 0 and 100")
        .check("conditions", areFew, "are more than 50")
        .check("plan", isShort(draft.plan()), "has more than 50 parts or guarantees")
        .check("how", ListingJson.write(draft.how()).length() <= METHOD_MAX, "is too long")
        .check("terms", TermsJson.write(draft.terms()).length() <= TERMS_MAX, "are too long")
        .each(draft.approval().stream().toList(), (it, document) -> it.name("approval", document))
        .each(draft.conditions(), (it, condition) -> it.text("conditions", condition))
        .each(draft.how().amounts(), (it, amount) -> it.amount("how", amount))
        .faults();
  }

  private static boolean isShort(Optional<PaymentPlan> plan) {
    return plan.stream()
        .allMatch(
            it ->
                it.later().size() <= InputLimits.LIST_MAX
                    && it.guarantees().size() <= InputLimits.LIST_MAX);
  }

  private static boolean isYears(int years) {
    return years >= 0 && years <= YEARS_MAX;
  }
}
