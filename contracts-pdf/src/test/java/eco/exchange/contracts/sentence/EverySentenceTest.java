package eco.exchange.contracts.sentence;

import static org.assertj.core.api.Assertions.assertThat;

import eco.exchange.contracts.SampleAmendments;
import eco.exchange.contracts.SampleDeals;
import eco.exchange.contracts.clause.Clause;
import eco.exchange.contracts.clause.Clauses;
import eco.exchange.contracts.deal.Deal;
import eco.exchange.contracts.deal.DrawnDeal;
import eco.exchange.contracts.print.manuscript.Passage;
import eco.exchange.market.OwnershipClass;
import eco.exchange.method.Offer;
import eco.exchange.money.Money;
import eco.exchange.money.Percentage;
import eco.exchange.sharing.Income;
import eco.exchange.sharing.SharingTerms;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Some contract says each sentence, so that no sentence meets its facts for the first time. A form
 * of hardly more than places is found in any text; the golden files show those.
 */
class EverySentenceTest {

  private static final Percentage SHARE = Percentage.parse("22.5");

  static Stream<Named<Sentences>> languages() {
    return Stream.of(
        Named.of("Chinese", Sentences.CHINESE), Named.of("English", Sentences.ENGLISH));
  }

  @ParameterizedTest
  @MethodSource("languages")
  void a_contract_says_it(Sentences say) {
    String said = deals().flatMap(deal -> texts(deal, say)).collect(Collectors.joining("\n"));

    assertThat(say.forms().entrySet())
        .filteredOn(form -> !form.getKey().endsWith(".head"))
        .filteredOn(form -> !isSaid(form.getValue(), said))
        .extracting(Map.Entry::getKey)
        .isEmpty();
  }

  private static Stream<Deal> deals() {
    Stream<Deal> ofEachOwner =
        Arrays.stream(OwnershipClass.values())
            .flatMap(
                owner ->
                    Stream.of(
                            SampleDeals.pengyang(),
                            SampleDeals.badong(),
                            SampleDeals.inInstalments())
                        .map(deal -> SampleDeals.withOwner(deal, owner)));
    return Stream.concat(
        ofEachOwner,
        Stream.of(
            SampleDeals.badongByEveryStep(),
            withoutCompensation(SampleDeals.badongByEveryStep()),
            byShare(Money.yuan("12000")),
            byShare(Money.ZERO),
            withoutCompensation(SampleDeals.onceAndForAll()),
            SampleDeals.onceInInstalments(),
            SampleDeals.soldOnceAndForAll(SampleDeals.badong()),
            SampleDeals.soldOnceAndForAll(SampleDeals.inInstalments()),
            SampleAmendments.badongAmended()));
  }

  private static Deal byShare(Money rent) {
    Offer.Yearly bid = new Offer.Yearly(rent, SHARE);
    return SampleDeals.badongByShare(bid, bid);
  }

  private static Deal withoutCompensation(Deal deal) {
    SharingTerms terms = deal.terms();
    return new Deal(
        deal.contract(),
        deal.transferor(),
        deal.transferee(),
        deal.subject(),
        deal.appraisal(),
        deal.sale(),
        new SharingTerms(
            terms.payees(),
            List.of(terms.waterfall(Income.PRICE), terms.waterfall(Income.REVENUE))),
        deal.note());
  }

  private static Stream<String> texts(Deal deal, Sentences say) {
    return Clauses.of(new DrawnDeal(deal, SampleDeals.OFFICE, SampleDeals.AWARDED), say).stream()
        .map(Clause::section)
        .flatMap(
            section ->
                Stream.concat(
                    Stream.of(section.heading()),
                    section.passages().stream().flatMap(EverySentenceTest::texts)));
  }

  private static Stream<String> texts(Passage passage) {
    return switch (passage) {
      case Passage.Text text -> Stream.of(text.text());
      case Passage.Notice notice -> Stream.of(notice.text());
      case Passage.Grid grid -> grid.rows().stream().flatMap(List::stream);
    };
  }

  private static boolean isSaid(String form, String said) {
    return Arrays.stream(form.split("\\|"))
        .map(cell -> cell.strip().split("\\{[^}]+}"))
        .map(words -> Arrays.stream(words).map(Pattern::quote).collect(Collectors.joining(".+")))
        .allMatch(words -> Pattern.compile(words).matcher(said).find());
  }
}
