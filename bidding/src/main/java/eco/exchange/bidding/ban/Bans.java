package eco.exchange.bidding.ban;

import eco.exchange.answer.Answer;
import eco.exchange.answer.Reason;
import eco.exchange.answer.Refusal;
import eco.exchange.bidding.ban.BanView.Revocation;
import eco.exchange.calendar.WorkingCalendar;
import eco.exchange.market.Actor;
import eco.exchange.market.Page;
import eco.exchange.market.PartyId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The ban list, and whom it bars from what.
 *
 * <p>The authority decides; here its decision is entered, and acted on until its last day or until
 * it is revoked. Who may enter is the caller's to check.
 */
@ApplicationScoped
public class Bans {

  private final BanStore store;
  private final Clock clock;

  /** The ban list in a store. */
  public Bans(BanStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * Enters a ban; the same again changes nothing.
   *
   * @return the entry, or every reason of BAN_TEXT_INVALID, SUBJECT_UNCLEAR, BAN_EMPTY, or
   *     BAN_DIFFERS
   */
  public Uni<Answer<BanView>> enter(Ban ban, Actor supervisor) {
    List<Refusal> faults = BanRules.faults(ban);
    if (!faults.isEmpty()) {
      return Uni.createFrom().item(Answer.refused(faults));
    }
    BanView entry = new BanView(ban, supervisor.account(), clock.instant(), Optional.empty());
    return store
        .add(entry)
        .chain(fresh -> fresh ? Uni.createFrom().item(Answer.done(entry)) : entered(ban));
  }

  private Uni<Answer<BanView>> entered(Ban ban) {
    return store
        .ban(ban.id())
        .map(Optional::orElseThrow)
        .map(
            known ->
                known.ban().equals(ban)
                    ? Answer.done(known)
                    : refused(BanRefusal.BAN_DIFFERS, "another ban is entered as " + ban.id()));
  }

  /**
   * Ends a ban before its time; for the same applicant and reason again it changes nothing.
   *
   * @return the entry, or NO_SUCH_BAN, BAN_TEXT_INVALID, ALREADY_REVOKED
   */
  public Uni<Answer<BanView>> revoke(UUID ban, String applicant, String reason, Actor supervisor) {
    if (!BanRules.isText(applicant) || !BanRules.isText(reason)) {
      return Uni.createFrom()
          .item(refused(BanRefusal.BAN_TEXT_INVALID, "who asked for it, and why it is granted"));
    }
    return store
        .revoke(ban, new Revocation(applicant, reason, supervisor.account(), clock.instant()))
        .chain(() -> store.ban(ban))
        .map(found -> revoked(found, ban, applicant, reason));
  }

  private static Answer<BanView> revoked(
      Optional<BanView> found, UUID ban, String applicant, String reason) {
    if (found.isEmpty()) {
      return refused(BanRefusal.NO_SUCH_BAN, "no ban " + ban);
    }
    return found
        .flatMap(BanView::revocation)
        .filter(it -> it.applicant().equals(applicant) && it.reason().equals(reason))
        .map(it -> Answer.done(found.get()))
        .orElseGet(() -> refused(BanRefusal.ALREADY_REVOKED, "the ban was revoked before"));
  }

  /** The ban that forbids a party an act today; of several, the one entered first. */
  public Uni<Optional<BanView>> against(PartyId party, String code, RestrictedAct act) {
    LocalDate today = WorkingCalendar.dayOf(clock.instant());
    return store
        .about(party, code)
        .map(found -> found.stream().filter(ban -> ban.forbids(act, today)).findFirst());
  }

  /** An entry. */
  public Uni<Optional<BanView>> ban(UUID id) {
    return store.ban(id);
  }

  /** The entries in the order in which they were made, all of them or those of a scope. */
  public Uni<Page<BanView>> bans(Optional<BanScope> scope, Optional<String> after, int limit) {
    return store.bans(scope, after, Math.clamp(limit, 1, Page.LIMIT_MAX));
  }

  private static <T> Answer<T> refused(Reason reason, String detail) {
    return Answer.refused(reason, detail);
  }
}
