package eco.exchange.contracts.proof;

import static eco.exchange.contracts.SampleAmendments.FROM;
import static eco.exchange.contracts.SampleAmendments.badongAmended;
import static eco.exchange.contracts.SampleAmendments.badongAmendedTwice;
import static eco.exchange.contracts.SampleDeals.badong;
import static org.assertj.core.api.Assertions.assertThat;

import eco.exchange.contracts.SampleAmendments;
import eco.exchange.contracts.SampleDeals;
import eco.exchange.contracts.SamplePapers;
import eco.exchange.contracts.deal.AmendmentLink;
import eco.exchange.contracts.deal.AmendmentLink.OwnersDecision;
import eco.exchange.contracts.deal.Deal;
import eco.exchange.contracts.deal.DealFiles;
import eco.exchange.contracts.print.Press;
import eco.exchange.contracts.print.manuscript.Attachment;
import eco.exchange.contracts.print.manuscript.Manuscript;
import eco.exchange.contracts.proof.Report.Verdict;
import eco.exchange.contracts.proof.Verification.Check;
import eco.exchange.contracts.proof.Verification.Finding;
import eco.exchange.market.ContractId;
import eco.exchange.money.Money;
import eco.exchange.sharing.Distribution;
import eco.exchange.sharing.DistributionBasis;
import eco.exchange.sharing.Income;
import eco.exchange.sharing.Occasion;
import eco.exchange.sharing.SharingTerms;
import eco.exchange.sharing.Statement;
import eco.exchange.sharing.StatementJson;
import eco.exchange.sharing.TermsJson;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Contract, amendments and statements prove one another, from the papers alone. */
class VerifyingAnAmendmentTest {

  private static final ForgedPapers DESK = new ForgedPapers();
  private static final ContractVerifier VERIFIER = ContractVerifier.trusting(DESK.keys().root());
  private static final SharingTerms FIRST = badong().terms();
  private static final SharingTerms SECOND = badongAmended().terms();
  private static final SharingTerms THIRD = badongAmendedTwice().terms();
  private static final byte[] CONTRACT = sealed(badong());
  private static final byte[] AMENDMENT = sealed(badongAmended());
  private static final byte[] ANOTHER = sealed(badongAmendedTwice());

  @Test
  void a_genuine_amendment_proves_itself_and_tells_what_it_follows() {
    assertThat(VERIFIER.verify(AMENDMENT).wrong()).isEmpty();
    assertThat(PaperContents.amendmentIn(AMENDMENT))
        .contains(SamplePapers.amendment(badongAmended()));
    assertThat(PaperContents.amendmentIn(CONTRACT)).isEmpty();
  }

  @Test
  void alone_it_asks_for_its_contract() {
    assertThat(VERIFIER.verify(AMENDMENT).findings())
        .filteredOn(finding -> finding.check() == Check.AMENDMENT)
        .singleElement()
        .extracting(Finding::detail)
        .asString()
        .contains(badong().contract().number());
  }

  @Test
  void the_chain_is_proven_whatever_the_order_of_the_files() {
    assertThat(wrong(AMENDMENT)).isEmpty();
    assertThat(wrong(AMENDMENT, ANOTHER)).isEmpty();
    assertThat(wrong(ANOTHER, AMENDMENT)).isEmpty();
  }

  @Test
  void each_income_is_computed_again_by_the_version_of_its_year() {
    Statement first = shared(FIRST, 2027, DistributionBasis.NONE);
    Statement second = shared(SECOND, 2028, first.left());
    Statement third = shared(THIRD, 2030, second.left());

    assertThat(wrong(file(third), ANOTHER, file(first), AMENDMENT, file(second))).isEmpty();
    Report report =
        Report.examine(VERIFIER, CONTRACT, List.of(AMENDMENT, file(first), file(second)));
    assertThat(report.verdict()).as("the statements bear no seal").isEqualTo(Verdict.UNPROVEN);
    assertThat(report.conclusion()).contains("补充协议前后接续");
  }

  @Test
  void a_supplement_is_computed_again_from_all_of_its_year_by_the_version_of_that_year() {
    Statement first = shared(FIRST, 2027, DistributionBasis.NONE);
    Statement second = shared(SECOND, 2028, first.left());
    DistributionBasis anew = second.left().supplementing(first.whole(), first.recovered());
    Statement found = found(anew);
    Statement third = shared(SECOND, 2029, found.left());

    assertThat(wrong(file(third), AMENDMENT, file(first), file(found), file(second))).isEmpty();
    Statement forgotten = found(second.left());
    assertThat(wrong(AMENDMENT, file(first), file(second), file(forgotten)))
        .containsExactly(Check.CARRIED_FORWARD);
  }

  private static Statement found(DistributionBasis standing) {
    Distribution more = FIRST.distribute(Income.REVENUE, Money.yuan("12345.67"), standing);
    return statement(FIRST, more, new Occasion.Supplement(2027, 1), standing);
  }

  @Test
  void a_statement_by_another_version_than_that_of_its_year_is_named() {
    assertThat(wrong(AMENDMENT, file(shared(FIRST, 2028, DistributionBasis.NONE))))
        .containsExactly(Check.STATEMENT_OF_CONTRACT, Check.PARTS);
    assertThat(wrong(AMENDMENT, file(shared(SECOND, 2027, DistributionBasis.NONE))))
        .containsExactly(Check.STATEMENT_OF_CONTRACT, Check.PARTS);
    assertThat(wrong(AMENDMENT, ANOTHER, file(shared(SECOND, 2030, DistributionBasis.NONE))))
        .containsExactly(Check.STATEMENT_OF_CONTRACT, Check.PARTS);
  }

  @Test
  void without_the_amendment_its_statements_cannot_be_proven() {
    assertThat(wrong(file(shared(SECOND, 2028, DistributionBasis.NONE))))
        .containsExactly(Check.STATEMENT_OF_CONTRACT, Check.PARTS);
  }

  @Test
  void the_price_is_shared_by_the_first_version_for_ever() {
    Distribution price =
        FIRST.distribute(Income.PRICE, badong().sale().price(), DistributionBasis.NONE);

    assertThat(
            wrong(
                AMENDMENT,
                file(statement(FIRST, price, new Occasion.Price(), DistributionBasis.NONE))))
        .isEmpty();
  }

  static List<Forgery> forgeries() {
    return Stream.of(
            new Forgery("the link in the chain left out", Check.AMENDMENT, () -> ANOTHER),
            forged("another contract", Check.AMENDMENT, amended(SampleDeals.pengyang())),
            forged("another original", Check.AMENDMENT, linked(original(9))),
            forged("another predecessor", Check.AMENDMENT, linked(previous(9))),
            forged("other terms before", Check.AMENDMENT, linked(before(THIRD))),
            forged("another deal before", Check.AMENDMENT, linked(dealHash("ab".repeat(32)))),
            forged("another transferor", Check.AMENDMENT, otherParty()),
            forged("a second contract", Check.AMENDMENT, badong()),
            forged("no vote", Check.DEAL, linked(decision(Optional.empty()))),
            forged("from the middle of a year", Check.DEAL, linked(from(FROM.plusMonths(6)))),
            new Forgery("not sealed", Check.SEAL_COVERS_FILE, () -> DESK.signed(badongAmended())),
            new Forgery("terms before that are others", Check.TERMS_HASH, () -> otherTermsBefore()))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("forgeries")
  void a_false_amendment_is_caught_and_named(Forgery forgery) throws Exception {
    byte[] forged = forgery.making().make();
    Report report = Report.examine(VERIFIER, CONTRACT, List.of(forged));

    assertThat(report.verdict()).isEqualTo(Verdict.FALSE);
    assertThat(wrong(forged)).contains(forgery.named());
    assertThat(report.conclusion()).contains("补充协议");
  }

  private static Forgery forged(String name, Check named, Deal deal) {
    return new Forgery(name, named, () -> sealed(deal));
  }

  private static Deal amended(Deal deal) {
    return SampleAmendments.amended(deal, SampleAmendments.terms(deal.terms(), "25"), FROM);
  }

  private static Deal otherParty() {
    return amended(ForgedPapers.between("别的镇人民政府", "时珍堂巴东药业有限公司"));
  }

  private static Deal linked(AmendmentLink link) {
    Deal deal = badongAmended();
    return new Deal(
        deal.contract(),
        deal.transferor(),
        deal.transferee(),
        deal.subject(),
        deal.appraisal(),
        deal.sale(),
        deal.terms(),
        deal.note(),
        Optional.of(link));
  }

  private static AmendmentLink original(int version) {
    AmendmentLink link = link();
    return link(number(version), link.previous(), link.terms(), link.dealHash());
  }

  private static AmendmentLink previous(int version) {
    AmendmentLink link = link();
    return link(link.original(), number(version), link.terms(), link.dealHash());
  }

  private static AmendmentLink before(SharingTerms terms) {
    AmendmentLink link = link();
    return link(link.original(), link.previous(), terms, link.dealHash());
  }

  private static AmendmentLink dealHash(String hash) {
    AmendmentLink link = link();
    return link(link.original(), link.previous(), link.terms(), hash);
  }

  private static AmendmentLink decision(Optional<OwnersDecision> decision) {
    AmendmentLink link = link();
    return new AmendmentLink(
        link.original(),
        link.previous(),
        link.terms(),
        link.dealHash(),
        link.from(),
        link.reason(),
        decision);
  }

  private static AmendmentLink from(LocalDate from) {
    AmendmentLink link = link();
    return new AmendmentLink(
        link.original(),
        link.previous(),
        link.terms(),
        link.dealHash(),
        from,
        link.reason(),
        link.decision());
  }

  private static AmendmentLink link() {
    return badongAmended().amends().orElseThrow();
  }

  private static AmendmentLink link(
      ContractId original, ContractId previous, SharingTerms terms, String dealHash) {
    AmendmentLink link = link();
    return new AmendmentLink(
        original, previous, terms, dealHash, link.from(), link.reason(), link.decision());
  }

  private static ContractId number(int version) {
    return new ContractId(badong().contract().trade(), version);
  }

  private static byte[] otherTermsBefore() {
    Manuscript genuine = SamplePapers.manuscript(badongAmended());
    List<Attachment> files =
        genuine.attachments().stream()
            .map(
                file ->
                    file.name().equals(DealFiles.TERMS_BEFORE_FILE)
                        ? new Attachment(
                            file.name(),
                            file.description(),
                            file.relation(),
                            TermsJson.write(THIRD))
                        : file)
            .toList();
    Manuscript forged =
        new Manuscript(
            genuine.title(),
            genuine.subject(),
            genuine.number(),
            genuine.imprint(),
            genuine.opening(),
            genuine.sections(),
            genuine.closing(),
            genuine.places(),
            files,
            genuine.writtenAt());
    return DESK.sealed(forged, badongAmended());
  }

  private static byte[] sealed(Deal deal) {
    return DESK.sealed(DESK.signed(Press.print(SamplePapers.manuscript(deal)), deal));
  }

  private static Statement shared(SharingTerms terms, int year, DistributionBasis standing) {
    Distribution shared = terms.distribute(Income.REVENUE, Money.yuan("123456.79"), standing);
    return statement(terms, shared, new Occasion.Year(year), standing);
  }

  private static Statement statement(
      SharingTerms terms, Distribution shared, Occasion occasion, DistributionBasis standing) {
    return new Statement(
        badong().contract(),
        TermsJson.hash(terms),
        shared.income(),
        occasion,
        shared.whole(),
        standing,
        shared.parts());
  }

  private static byte[] file(Statement statement) {
    return StatementJson.write(statement).getBytes(StandardCharsets.UTF_8);
  }

  private static List<Check> wrong(byte[]... files) {
    return VERIFIER.verifyFurther(CONTRACT, List.of(files)).wrong().stream()
        .map(Finding::check)
        .toList();
  }
}
