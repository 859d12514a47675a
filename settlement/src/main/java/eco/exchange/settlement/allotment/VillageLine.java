package eco.exchange.settlement.allotment;

import eco.exchange.calendar.WorkingCalendar;
import eco.exchange.market.ContractId;
import eco.exchange.money.Money;
import eco.exchange.sharing.Income;
import eco.exchange.sharing.Occasion;
import eco.exchange.sharing.Principle;
import eco.exchange.sharing.Taker.Roster.Rule;
import java.time.Instant;
import java.util.Optional;

/**
 * A line of the account of a village: what it should have got of one distribution, and has got.
 * Nothing in it is about one person.
 *
 * @param contract the contract
 * @param payee the key of the payee
 * @param name the payee's name in the contract
 * @param principle the ground on which it is paid
 * @param income the kind of income that was shared
 * @param occasion what the income was paid for
 * @param whole the whole income
 * @param due what the clauses give to this payee
 * @param distributedAt when it was shared
 * @param orderedAt when the bank was ordered to pay the collective itself
 * @param split how it was split among the members, if it is theirs and was
 */
public record VillageLine(
    ContractId contract,
    String payee,
    String name,
    Principle principle,
    Income income,
    Occasion occasion,
    Money whole,
    Money due,
    Instant distributedAt,
    Optional<Instant> orderedAt,
    Optional<Split> split) {

  /**
   * Within how many working days after a distribution the members are paid, else it is late. No law
   * sets a number; it leaves room for one showing of a roster (R-DIS-4 counts the days).
   */
  public static final int PAID_WORKING_DAYS = 20;

  private static final WorkingCalendar CALENDAR = WorkingCalendar.published();

  /**
   * How the members' part was split.
   *
   * @param version the version of the roster
   * @param rosterHash its SHA-256
   * @param rule what counted
   * @param members how many got something
   * @param ordered what the bank was ordered to pay
   * @param held what is kept, because no account is known
   * @param heldMembers for how many members
   * @param allottedAt when
   */
  public record Split(
      int version,
      String rosterHash,
      Rule rule,
      int members,
      Money ordered,
      Money held,
      int heldMembers,
      Instant allottedAt) {}

  /** How far a payment can have come. */
  public enum State {
    /** 已付. */
    PAID("已付"),
    /** 部分留存: some members have told no account. */
    PARTLY_HELD("部分留存待领"),
    /** 待付: there is no fixed roster, or no order yet. */
    WAITING("待兑付"),
    /** 逾期未付. */
    LATE("逾期未兑付");

    private final String zh;

    State(String zh) {
      this.zh = zh;
    }

    /** The name as people read it. */
    public String zh() {
      return zh;
    }
  }

  /** What the village has got: what the bank was ordered to pay. */
  public Money received() {
    return split.map(Split::ordered).orElseGet(() -> orderedAt.isPresent() ? due : Money.ZERO);
  }

  /** What is still to be paid. */
  public Money outstanding() {
    return due.minus(received());
  }

  /** The moment from which it is late. */
  public Instant dueAt() {
    return CALENDAR
        .plusWorkingDays(WorkingCalendar.dayOf(distributedAt), PAID_WORKING_DAYS)
        .endsAt();
  }

  /** How far the payment has come at a moment. */
  public State state(Instant now) {
    if (outstanding().isZero()) {
      return State.PAID;
    }
    if (split.isPresent()) {
      return State.PARTLY_HELD;
    }
    return now.isBefore(dueAt()) ? State.WAITING : State.LATE;
  }
}
