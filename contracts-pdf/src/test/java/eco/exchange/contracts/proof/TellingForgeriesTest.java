package eco.exchange.contracts.proof;

import static org.assertj.core.api.Assertions.assertThat;

import eco.exchange.contracts.SampleDeals;
import eco.exchange.contracts.proof.Verification.Finding;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** More than a hundred forgeries, each made by hand from a genuine contract. */
class TellingForgeriesTest {

  private static final ForgedPapers DESK = new ForgedPapers();
  private static final byte[] GENUINE = DESK.sealed(DESK.signed(SampleDeals.badong()));
  private static final ContractVerifier VERIFIER = ContractVerifier.trusting(DESK.keys().root());

  static List<Forgery> forgeries() {
    return Stream.of(
            ByteForgeries.of(GENUINE),
            RevisionForgeries.behind(GENUINE),
            RevisionForgeries.before(DESK.signed(SampleDeals.badong()), DESK::sealed),
            KeyForgeries.by(DESK),
            PaperForgeries.by(DESK))
        .flatMap(List::stream)
        .toList();
  }

  @Test
  void the_paper_they_are_made_from_is_genuine_and_they_are_more_than_a_hundred() {
    assertThat(VERIFIER.verify(GENUINE).wrong()).isEmpty();
    assertThat(forgeries().stream().map(Forgery::name).distinct()).hasSizeGreaterThan(100);
  }

  @ParameterizedTest
  @MethodSource("forgeries")
  void a_forgery_is_caught_and_named(Forgery forgery) throws Exception {
    Verification told = VERIFIER.verify(forgery.making().make());

    assertThat(told.wrong().stream().map(Finding::check)).contains(forgery.named());
    assertThat(told.contract()).isEmpty();
  }
}
