package eco.exchange.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** The term of a contract, its years, and when each is over. */
class ContractTermTest {

  private static final ContractTerm TERM = new ContractTerm(LocalDate.of(2026, 3, 2), 2);

  @Test
  void it_ends_on_the_day_before_the_corresponding_day() {
    assertThat(TERM.lastDay()).isEqualTo("2028-03-01");
    assertThat(TERM.calendarYears()).containsExactly(2026, 2027, 2028);
  }

  @Test
  void a_term_from_new_year_has_no_stub() {
    ContractTerm whole = new ContractTerm(LocalDate.of(2026, 1, 1), 2);

    assertThat(whole.calendarYears()).containsExactly(2026, 2027);
  }

  @Test
  void a_year_is_over_with_itself_or_with_the_term() {
    assertThat(TERM.isOver(2026, Instant.parse("2026-12-31T15:59:59Z"))).isFalse();
    assertThat(TERM.isOver(2026, Instant.parse("2026-12-31T16:00:00Z"))).isTrue();
    assertThat(TERM.isOver(2028, Instant.parse("2028-03-01T15:59:59Z"))).isFalse();
    assertThat(TERM.isOver(2028, Instant.parse("2028-03-01T16:00:00Z"))).isTrue();
  }

  @Test
  void what_is_handed_over_at_once_has_no_year() {
    assertThat(new ContractTerm(LocalDate.of(2026, 3, 2), 0).calendarYears()).isEmpty();
  }
}
