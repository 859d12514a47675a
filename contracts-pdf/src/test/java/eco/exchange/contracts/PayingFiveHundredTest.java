package eco.exchange.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import eco.exchange.contracts.deal.Deal;
import eco.exchange.contracts.deal.DealCheck;
import eco.exchange.contracts.print.Press;
import eco.exchange.contracts.proof.ContractVerifier;
import eco.exchange.contracts.proof.Report;
import eco.exchange.contracts.statement.StatementPaper;
import eco.exchange.sharing.DistributionBasis;
import eco.exchange.sharing.ExampleTerms;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** A contract may pay five hundred; what printing and proving it takes is told. */
class PayingFiveHundredTest {

  private static final int PAYEES = 500;

  // What is sent to the page of verification, and a contract that parties sign by themselves.
  private static final int FITS_THE_PAGE = 700_000;

  @Test
  void its_contract_and_its_statements_are_printed_and_proven() {
    Deal deal = manyPayees();
    assertThat(DealCheck.faultsOf(deal)).isEmpty();

    byte[] paper = timed("printed, signed and sealed", () -> SamplePapers.sealed(deal));
    StatementPaper told =
        SamplePapers.statement(deal, 2026, "9876543.21", DistributionBasis.NONE, "village007");
    byte[] statement =
        timed(
            "statement printed and sealed",
            () ->
                SamplePapers.seal(
                    Press.print(told.sheet().by(SampleDeals.OFFICE)), SampleKeys.shared()));
    System.err.printf("contract %d bytes, statement %d bytes%n", paper.length, statement.length);
    Report report =
        timed(
            "proven",
            () ->
                Report.examine(
                    ContractVerifier.trusting(SampleKeys.shared().root()),
                    paper,
                    List.of(statement)));

    assertThat(report.verdict()).as("%s", report.lines()).isEqualTo(Report.Verdict.GENUINE);
    assertThat(paper.length).isLessThan(FITS_THE_PAGE);
  }

  private static Deal manyPayees() {
    Deal deal = SampleDeals.badong();
    return new Deal(
        deal.contract(),
        deal.transferor(),
        deal.transferee(),
        deal.subject(),
        deal.appraisal(),
        deal.sale(),
        ExampleTerms.ofManyVillages(PAYEES),
        deal.note());
  }

  private static <T> T timed(String what, Supplier<T> step) {
    long begun = System.nanoTime();
    T done = step.get();
    System.err.printf(
        "%d payees, %s: %d ms%n", PAYEES, what, (System.nanoTime() - begun) / 1_000_000);
    return done;
  }
}
