package eco.exchange.listing.offer;

import static org.assertj.core.api.Assertions.assertThat;

import eco.exchange.answer.Refusal;
import eco.exchange.market.ProductId;
import eco.exchange.method.MethodTerms.Descending;
import eco.exchange.method.MethodTerms.Scoring;
import eco.exchange.method.MethodTerms.Scoring.Criterion;
import eco.exchange.method.MethodTerms.ShareOfRevenue;
import eco.exchange.method.MethodTerms.Weighted;
import eco.exchange.money.Money;
import eco.exchange.money.Percentage;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is too long, too large or nonsense is refused, each with the field that it stands in. */
class TakingInWordsTest {

  private static final String LONGEST_NAME = "山".repeat(200);

  @Test
  void a_draft_keeps_to_the_sizes_and_may_be_incomplete() {
    assertThat(draft("use", Money.ZERO, 0, "", List.of())).isEmpty();
    assertThat(draft("", new Money(-1), -1, LONGEST_NAME + "山", conditions(51)))
        .containsExactly(
            "INPUT_INVALID use",
            "INPUT_INVALID decision",
            "INPUT_INVALID reserve",
            "INPUT_INVALID termYears",
            "INPUT_INVALID conditions");
    assertThat(draft("u".repeat(2_001), new Money(1_000_000_000_000_001L), 101, "", List.of(" ")))
        .containsExactly(
            "INPUT_INVALID use",
            "INPUT_INVALID reserve",
            "INPUT_INVALID termYears",
            "INPUT_INVALID conditions");
    assertThat(draft("u".repeat(2_000), new Money(1_000_000_000_000_000L), 100, "", conditions(50)))
        .isEmpty();
  }

  @Test
  void what_a_method_is_told_keeps_to_the_sizes() {
    DraftListing draft = Market.offer(new ProductId(UUID.randomUUID()), UUID.randomUUID());
    Money tooMuch = new Money(1_000_000_000_000_001L);
    List<Criterion> tooMany =
        Collections.nCopies(1_500, new Criterion("c".repeat(60), Percentage.parse("1")));

    assertThat(
            List.of(
                    new Weighted(new Scoring(Percentage.WHOLE, tooMany)),
                    new Descending(tooMuch, Duration.ZERO, Duration.ZERO, Duration.ZERO),
                    new ShareOfRevenue(
                        Percentage.WHOLE,
                        Percentage.WHOLE,
                        tooMuch,
                        Percentage.WHOLE,
                        List.of(Money.ZERO)),
                    new ShareOfRevenue(
                        Percentage.WHOLE,
                        Percentage.WHOLE,
                        Money.ZERO,
                        Percentage.WHOLE,
                        List.of(tooMuch)))
                .stream()
                .map(how -> told(DraftLimits.of(new Drafting(draft).how(how).done()))))
        .allSatisfy(told -> assertThat(told).containsExactly("INPUT_INVALID how"));
    assertThat(Market.METHODS)
        .allSatisfy(
            how -> assertThat(DraftLimits.of(new Drafting(draft).how(how).done())).isEmpty());
    assertThat(told(DraftLimits.of(new Drafting(draft).approval(" ").done())))
        .containsExactly("INPUT_INVALID approval");
  }

  private static List<String> draft(
      String use, Money reserve, int years, String decision, List<String> conditions) {
    return told(
        DraftLimits.of(
            new DraftListing(
                UUID.randomUUID(),
                new ProductId(UUID.randomUUID()),
                UUID.randomUUID(),
                "right",
                years,
                use,
                Market.ENGLISH,
                reserve,
                Money.ZERO,
                Money.ZERO,
                Optional.empty(),
                decision,
                Optional.empty(),
                Market.TERMS,
                conditions,
                Optional.empty())));
  }

  private static List<String> conditions(int count) {
    return Collections.nCopies(count, "依法设立的企业法人");
  }

  /** The code and the first word, which names the field. */
  private static List<String> told(List<Refusal> faults) {
    return faults.stream()
        .map(fault -> fault.reason().name() + " " + fault.detail().split(" ")[0])
        .toList();
  }
}
