package eco.exchange.sharing;

/**
 * One fault of sharing terms, told so that its author can mend it.
 *
 * @param code the stable code
 * @param detail where and by how much
 */
public record TermsFault(Code code, String detail) {

  /** What can be wrong, in the order in which it is told. */
  public enum Code {
    /** Two payees have the same key. */
    PAYEE_TWICE,
    /** A step names a payee that the terms do not know. */
    PAYEE_UNKNOWN,
    /** A payee is named, but no step pays it. */
    PAYEE_UNPAID,
    /** Nobody is paid on one of the grounds that the rules name, and no document approves that. */
    PRINCIPLE_WITHOUT_PAYEE,
    /** The price has no waterfall, or a kind of income has two. */
    INCOME_NOT_SHARED_ONCE,
    /** A waterfall or group has no step. */
    STEPS_MISSING,
    /** An amount or a share is nothing or negative. */
    STEP_NOT_POSITIVE,
    /** A fraction is of nought parts, or of less. */
    FRACTION_OF_NOUGHT,
    /** The bands of a step do not begin at nought, or do not rise. */
    TIERS_NOT_RISING,
    /** A floor stands above the cap, or a bound is set to what is fixed or left over. */
    BOUNDS_SENSELESS,
    /** What is owed on a pledge goes to no pledgee, or a pledgee gets something else. */
    PLEDGE_UNCLEAR,
    /** A remainder stands before another step, which would get nothing. */
    REMAINDER_NOT_LAST,
    /** The shares pass the whole. */
    WHOLE_PASSED,
    /** The shares do not reach the whole, and no remainder takes the rest. */
    WHOLE_NOT_REACHED,
    /** Fixed amounts and floors within a group pass all that the group can get. */
    FLOORS_PASS_WHOLE,
    /** The right has a term, but no year's revenue is shared, and no document approves that. */
    REVENUE_NOT_SHARED,
    /** Less goes back into the watershed than the rules demand, and no document approves that. */
    REINVESTMENT_TOO_LOW,
    /** A household's income passes through the collective (农村土地承包法 39). */
    HOUSEHOLD_IN_COLLECTIVE,
    /** A collective sets aside less than 30 % for its funds before its members are paid. */
    FUNDS_TOO_LOW,
    /** More payees, steps or nested groups than a contract can be read with. */
    TOO_LARGE,
    /** The owner's part of the revenue is to be bid, but the terms do not show which part it is. */
    BID_PART_UNCLEAR
  }

  /** As it is told in a refusal, for example 'STEPS_MISSING: REVENUE has no step'. */
  @Override
  public String toString() {
    return code + ": " + detail;
  }
}
