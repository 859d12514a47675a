package eco.exchange.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import eco.exchange.calendar.WorkingCalendar;
import eco.exchange.contracts.issue.DisclosureNotice;
import eco.exchange.contracts.print.manuscript.Manuscript;
import eco.exchange.rulebook.RuleEdition;
import eco.exchange.rulebook.Rulebook;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the notice says of deposits is what is done with them. */
class PromisingDepositsBackTest {

  private static final DisclosureNotice NOTICE = EveryPaper.notice();

  @Test
  void the_notice_says_by_when_the_runner_ups_deposit_goes_back() {
    Rulebook book = Rulebook.published();
    RuleEdition edition = book.edition(NOTICE.ruleEdition());
    int kept =
        book.centreRules(WorkingCalendar.dayOf(NOTICE.dates().disclosedAt()))
            .runnerUpDepositWorkingDays();

    assertThat(words())
        .contains("次高报价人不适用前项期限", "最迟在竞价结束后%d个工作日内退回".formatted(kept))
        .contains("自该日起%d个工作日内退回".formatted(edition.depositReturnWorkingDays()))
        .contains("自解除冻结之日起");
    assertThat(kept).isGreaterThan(edition.depositReturnWorkingDays());
  }

  private static String words() {
    return NOTICE.sheet().by(SampleDeals.OFFICE).lines().stream()
        .map(Manuscript.Line::text)
        .collect(Collectors.joining("\n"));
  }
}
