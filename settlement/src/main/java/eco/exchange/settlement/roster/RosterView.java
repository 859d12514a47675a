package eco.exchange.settlement.roster;

import eco.exchange.market.AccountId;
import eco.exchange.sharing.Taker.Roster.Rule;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A roster, and how far it has come.
 *
 * @param id which
 * @param rule what counts when the members share
 * @param recordDate who was a member on this day is on it
 * @param resolution the collective's resolution on it
 * @param hash the SHA-256 of its whole content, which its public list lets anybody compute
 * @param members how many members it lists
 * @param households how many households these are
 * @param shares how many shares they hold together
 * @param filedBy who has filed it
 * @param filedAt when
 * @param objectionsEndAt the moment from which no objection is taken
 * @param end how its showing ended, if it has
 */
public record RosterView(
    RosterId id,
    Rule rule,
    LocalDate recordDate,
    String resolution,
    String hash,
    int members,
    int households,
    long shares,
    AccountId filedBy,
    Instant filedAt,
    Instant objectionsEndAt,
    Optional<End> end) {

  /**
   * How the showing of a roster ended.
   *
   * @param isFixed whether it is fixed; else it went back to the collective
   * @param opinion why
   * @param reviewedBy the first of the two who decided
   * @param endedBy the second
   * @param endedAt when
   */
  public record End(
      boolean isFixed, String opinion, AccountId reviewedBy, AccountId endedBy, Instant endedAt) {}

  /** How far a roster can have come. */
  public enum State {
    /** 公示中. */
    SHOWN("公示中"),
    /** 已确定. */
    FIXED("已确定"),
    /** 已退回. */
    RETURNED("已退回");

    private final String zh;

    State(String zh) {
      this.zh = zh;
    }

    /** The name as people read it. */
    public String zh() {
      return zh;
    }
  }

  RosterView ended(End how) {
    return new RosterView(
        id,
        rule,
        recordDate,
        resolution,
        hash,
        members,
        households,
        shares,
        filedBy,
        filedAt,
        objectionsEndAt,
        Optional.of(how));
  }

  /** How far it has come. */
  public State state() {
    return end.map(how -> how.isFixed() ? State.FIXED : State.RETURNED).orElse(State.SHOWN);
  }
}
