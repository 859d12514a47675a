package eco.exchange.bidding.ban;

import eco.exchange.market.AccountId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * An entry of the ban list.
 *
 * @param ban what was entered, and never changes
 * @param enteredBy who entered it
 * @param enteredAt when it was entered
 * @param revocation its end before its time
 */
public record BanView(
    Ban ban, AccountId enteredBy, Instant enteredAt, Optional<Revocation> revocation) {

  /**
   * The end of a ban before its time.
   *
   * @param applicant who asked for it
   * @param reason why it was granted
   * @param by who entered it
   * @param at when
   */
  public record Revocation(String applicant, String reason, AccountId by, Instant at) {}

  /** Whether the ban forbids an act on a day. */
  boolean forbids(RestrictedAct act, LocalDate day) {
    return revocation.isEmpty()
        && ban.acts().contains(act)
        && !day.isBefore(ban.from())
        && ban.until().filter(day::isAfter).isEmpty();
  }

  /** What the banned subject is told: which decision, and of whom. */
  public String wording() {
    String end = ban.until().map(day -> " until " + day).orElse("");
    return "banned by %s, %s%s".formatted(ban.authority(), ban.document(), end);
  }
}
