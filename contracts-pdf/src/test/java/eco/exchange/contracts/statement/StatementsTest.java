package eco.exchange.contracts.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eco.exchange.contracts.ArchiveCheck;
import eco.exchange.contracts.SampleDeals;
import eco.exchange.contracts.SampleKeys;
import eco.exchange.contracts.SamplePapers;
import eco.exchange.contracts.deal.Deal;
import eco.exchange.contracts.print.Press;
import eco.exchange.contracts.print.manuscript.Manuscript;
import eco.exchange.contracts.proof.ContractVerifier;
import eco.exchange.contracts.proof.Report;
import eco.exchange.contracts.proof.Verification;
import eco.exchange.contracts.proof.Verification.Check;
import eco.exchange.contracts.proof.Verification.Finding;
import eco.exchange.contracts.proof.Verification.Outcome;
import eco.exchange.money.Money;
import eco.exchange.sharing.DistributionBasis;
import eco.exchange.sharing.SealedContract;
import eco.exchange.sharing.Statement;
import eco.exchange.sharing.StatementJson;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StatementsTest {

  private static final Deal DEAL = SampleDeals.badong();
  private static final SealedContract CONTRACT = SamplePapers.contract(DEAL);
  private static final StatementPaper FIRST =
      SamplePapers.statement(DEAL, 2027, "123456.79", DistributionBasis.NONE, "fund");
  private static final StatementPaper SECOND =
      SamplePapers.statement(DEAL, 2028, "223456.77", FIRST.statement().left(), "fund");
  private static final ContractVerifier VERIFIER =
      ContractVerifier.trusting(SampleKeys.shared().root());

  @Test
  void a_statement_is_fit_for_the_archive_unsigned_and_sealed() {
    byte[] paper = Press.print(SECOND.sheet().by(SampleDeals.OFFICE));

    assertThat(ArchiveCheck.faultsOf(paper)).isEmpty();
    assertThat(ArchiveCheck.faultsOf(SamplePapers.seal(paper, SampleKeys.shared()))).isEmpty();
  }

  @Test
  void a_payee_reads_by_which_step_how_much_and_what_is_carried() {
    // 17 % of the revenue go to the group, a third of them to the fund.
    assertThat(words(SECOND))
        .contains("4.1\n本组全额的33.3333%\n37,987.6509\n12,662.5376374497")
        .contains("加：上次结转的尾差\n-0.22292181 分")
        .contains("人民币12,662.54元")
        .contains("合计（等于收入总额）\n\n223,456.77");
  }

  @Test
  void no_paper_explains_a_payment_that_the_terms_do_not_give() {
    Statement right = SECOND.statement();
    Statement other =
        new Statement(
            right.contract(),
            right.termsHash(),
            right.income(),
            right.occasion(),
            right.whole(),
            right.standing(),
            FIRST.statement().parts());
    StatementPaper wrong =
        new StatementPaper(SECOND.contract(), other, "fund", SECOND.distributedAt(), SECOND.note());

    assertThatThrownBy(() -> wrong.sheet()).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_statement_survives_its_file() {
    Statement statement = SECOND.statement();
    String json = StatementJson.write(statement);

    assertThat(StatementJson.write(StatementJson.read(json))).isEqualTo(json);
    for (String broken :
        List.of(
            json.replace("\"year\":2028", "\"year\":\"2028\""),
            json.replace("\"whole\"", "\"hole\""),
            json.replace("223456.77", "223456.777"),
            "[]",
            "")) {
      assertThatThrownBy(() -> StatementJson.read(broken))
          .as(broken)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void anyone_can_compute_statements_again_from_json_or_paper() {
    byte[] paper =
        SamplePapers.seal(Press.print(SECOND.sheet().by(SampleDeals.OFFICE)), SampleKeys.shared());

    Verification both = VERIFIER.verifyStatements(CONTRACT, List.of(paper, bytes(FIRST)));

    assertThat(both.wrong()).isEmpty();
    assertThat(checks(both, Outcome.RIGHT)).contains(Check.CARRIED_FORWARD, Check.PARTS);
    assertThat(ContractVerifier.recompute(CONTRACT.termsJson(), json(FIRST)).isGenuine()).isTrue();
  }

  @Test
  void a_statement_without_a_seal_proves_figures_only() {
    byte[] paper =
        SamplePapers.seal(Press.print(FIRST.sheet().by(SampleDeals.OFFICE)), SampleKeys.shared());

    Verification sealed = VERIFIER.verifyStatements(CONTRACT, List.of(paper));
    Verification plain = VERIFIER.verifyStatements(CONTRACT, List.of(bytes(FIRST)));

    assertThat(sealed.isUnproven()).isFalse();
    assertThat(plain.isGenuine()).isTrue();
    assertThat(plain.isUnproven()).isTrue();
    assertThat(checks(plain, Outcome.UNPROVEN)).containsExactly(Check.STATEMENT_SEALED);
    assertThat(plain.findings().toString()).contains("not sealed: figures only");
  }

  @Test
  void a_statement_whose_predecessor_is_missing_is_unproven() {
    StatementPaper third =
        SamplePapers.statement(DEAL, 2029, "1000.00", SECOND.statement().left(), "fund");
    byte[] sealed =
        SamplePapers.seal(Press.print(SECOND.sheet().by(SampleDeals.OFFICE)), SampleKeys.shared());

    Verification alone = VERIFIER.verifyStatements(CONTRACT, List.of(sealed));
    Verification gap = VERIFIER.verifyStatements(CONTRACT, List.of(bytes(FIRST), bytes(third)));
    Verification whole =
        VERIFIER.verifyStatements(CONTRACT, List.of(bytes(FIRST), sealed, bytes(third)));

    assertThat(checks(alone, Outcome.UNPROVEN)).containsExactly(Check.CARRIED_FORWARD);
    assertThat(gap.wrong()).as("what is missing is not wrong").isEmpty();
    assertThat(checks(gap, Outcome.UNPROVEN)).contains(Check.CARRIED_FORWARD);
    assertThat(checks(whole, Outcome.UNPROVEN)).containsOnly(Check.STATEMENT_SEALED);
  }

  @Test
  void a_statement_that_starts_from_nothing_is_no_beginning_after_the_first_year() {
    byte[] contract = SamplePapers.sealed(DEAL);
    StatementPaper late =
        SamplePapers.statement(DEAL, 2035, "223456.77", DistributionBasis.NONE, "fund");
    byte[] paper =
        SamplePapers.seal(Press.print(late.sheet().by(SampleDeals.OFFICE)), SampleKeys.shared());

    Report report = Report.examine(VERIFIER, contract, List.of(paper));

    assertThat(report.verdict()).isEqualTo(Report.Verdict.UNPROVEN);
    assertThat(report.lines().toString()).contains("the statement before is not given");
  }

  @Test
  void the_papers_of_two_payees_of_one_distribution_do_not_contradict_each_other() {
    StatementPaper fund =
        SamplePapers.statement(DEAL, 2028, "223456.77", FIRST.statement().left(), "fund");

    assertThat(verified(CONTRACT, json(FIRST), json(SECOND), json(fund))).isEmpty();
  }

  @Test
  void a_fen_moved_from_one_payee_to_another_is_caught() {
    String moved = json(SECOND).replace("12662.54", "12662.55").replace("25325.12", "25325.11");

    assertThat(checks(VERIFIER.verifyStatements(CONTRACT, List.of(utf8(moved))), Outcome.WRONG))
        .containsExactly(Check.PARTS);
  }

  @Test
  void a_statement_tells_every_fact_that_its_year_depended_on_and_none_can_be_changed() {
    Deal deal = SampleDeals.badongByEveryStep();
    SealedContract contract = SamplePapers.contract(deal);
    DistributionBasis facts =
        DistributionBasis.NONE.knowing(Map.of("bank", Money.yuan("700")), Optional.of(2_501));
    StatementPaper first = SamplePapers.statement(deal, 2027, "123456.79", facts, "investor");
    StatementPaper second =
        SamplePapers.statement(deal, 2028, "223456.77", first.statement().left(), "collective");

    assertThat(StatementJson.read(json(first))).isEqualTo(first.statement());
    assertThat(words(first)).contains("监测侵蚀模数：2,501吨/（平方千米·年）", "700.00");
    assertThat(words(second)).contains("监测侵蚀模数：未监测", "3,086,419.75");
    assertThat(verified(contract, json(first), json(second))).isEmpty();
    for (String changed :
        List.of(
            json(first).replace("2501", "2500"),
            json(first).replace("\"bank\":\"700.00\"", "\"bank\":\"699.99\""),
            json(first).replace("3086419.75", "3086419.74"))) {
      assertThat(changed).isNotEqualTo(json(first));
      assertThat(verified(contract, changed)).containsExactly(Check.PARTS);
    }
    String forgotten = json(second).replace("\"investor\":\"3086419.75\"", "\"investor\":\"0\"");
    assertThat(verified(contract, json(first), forgotten)).contains(Check.CARRIED_FORWARD);
    assertThat(verified(contract, json(first).replace("statement/2", "statement/1")))
        .containsExactly(Check.STATEMENT_READABLE);
  }

  @Test
  void a_break_in_what_is_carried_is_caught() {
    StatementPaper forgetful =
        SamplePapers.statement(DEAL, 2028, "223456.77", DistributionBasis.NONE, "fund");

    assertThat(
            checks(
                VERIFIER.verifyStatements(CONTRACT, List.of(bytes(FIRST), bytes(forgetful))),
                Outcome.WRONG))
        .containsExactly(Check.CARRIED_FORWARD);
  }

  @Test
  void nonsense_in_a_statement_is_told_and_keeps_nobody_busy() {
    String endless = json(SECOND).replaceFirst("\"fund\":\"[^\"]*\"", "\"fund\":\"1000000000000\"");
    assertThat(verified(CONTRACT, json(FIRST), endless)).contains(Check.STATEMENT_READABLE);
    String unbalanced = json(FIRST).replaceFirst("\"amount\":\"[^\"]*\"", "\"amount\":\"1.00\"");
    assertThat(verified(CONTRACT, unbalanced, json(SECOND))).containsExactly(Check.PARTS);
  }

  @Test
  void a_statement_of_another_contract_or_a_broken_one_is_caught() {
    StatementPaper other =
        SamplePapers.statement(
            SampleDeals.pengyang(), 2027, "1000.00", DistributionBasis.NONE, "fund");

    assertThat(checks(VERIFIER.verifyStatements(CONTRACT, List.of(bytes(other))), Outcome.WRONG))
        .startsWith(Check.STATEMENT_OF_CONTRACT);
    assertThat(checks(VERIFIER.verifyStatements(CONTRACT, List.of(utf8("{}"))), Outcome.WRONG))
        .containsExactly(Check.STATEMENT_READABLE);
    assertThat(
            checks(VERIFIER.verifyStatements(CONTRACT, List.of(utf8("%PDF-1.7"))), Outcome.WRONG))
        .containsExactly(Check.STATEMENT_READABLE);
  }

  private static List<Check> checks(Verification verification, Outcome outcome) {
    Stream<Finding> found =
        verification.findings().stream().filter(finding -> finding.outcome() == outcome);
    return found.map(Finding::check).filter(check -> check != Check.TRUST_ANCHOR).toList();
  }

  /** What is wrong with statements of a contract. */
  private static List<Check> verified(SealedContract contract, String... jsons) {
    return checks(
        VERIFIER.verifyStatements(contract, Stream.of(jsons).map(StatementsTest::utf8).toList()),
        Outcome.WRONG);
  }

  private static String words(StatementPaper paper) {
    return paper.sheet().by(SampleDeals.OFFICE).lines().stream()
        .map(Manuscript.Line::text)
        .collect(Collectors.joining("\n"));
  }

  private static String json(StatementPaper paper) {
    return StatementJson.write(paper.statement());
  }

  private static byte[] bytes(StatementPaper paper) {
    return utf8(json(paper));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
