package eco.exchange.settlement.books;

import eco.exchange.answer.Reason;

/** Reasons for which settlement refuses, in the order in which they are checked. */
public enum SettlementRefusal implements Reason {
  /** An amount is nothing or less. */
  AMOUNT_NOT_POSITIVE(Kind.INVALID),
  /** A text is empty or longer than allowed. */
  TEXT_OUT_OF_BOUNDS(Kind.INVALID),
  /** What is entered by hand would arrive only later. */
  ARRIVAL_AHEAD(Kind.INVALID),
  /** The deposit of this bidder is already awaited, with another amount or another time. */
  DEPOSIT_DIFFERS(Kind.CONFLICT),
  /** The bank's number of the receipt is known, with another content. */
  RECEIPT_DIFFERS(Kind.CONFLICT),
  /** There is no such receipt. */
  RECEIPT_UNKNOWN(Kind.NOT_FOUND),
  /** The receipt fitted at once; there is nothing to decide. */
  RECEIPT_MATCHED(Kind.CONFLICT),
  /** The receipt is none any more: the bank has taken it back, or tells it in parts. */
  RECEIPT_REVERSED(Kind.CONFLICT),
  /** The receipt was taken back by another movement before. */
  REVERSED_OTHERWISE(Kind.CONFLICT),
  /** The receipt was used as the bank had told it; it cannot be told in parts any more. */
  RECEIPT_USED(Kind.CONFLICT),
  /** Something else was decided about the receipt before. */
  RESOLVED_OTHERWISE(Kind.CONFLICT),
  /** There is no such sub-account. */
  SUB_ACCOUNT_UNKNOWN(Kind.NOT_FOUND),
  /** The sub-account awaits nothing any more. */
  SUB_ACCOUNT_CLOSED(Kind.CONFLICT),
  /** A deposit counts by its arrival, and it arrived when it was no longer due (R-QUA-4). */
  DEPOSIT_LATE(Kind.CONFLICT),
  /** The sub-account awaits another amount. */
  AMOUNT_DIFFERS(Kind.CONFLICT),
  /** The terms are not those that were sealed: the text is not canonical or the hash is another. */
  CONTRACT_NOT_GENUINE(Kind.INVALID),
  /** The terms, although sealed, have faults, so that nothing can be shared by them. */
  TERMS_FAULTY(Kind.INVALID),
  /** Another contract of the trade, or this one with another content, is open. */
  ANOTHER_CONTRACT_OPEN(Kind.CONFLICT),
  /** The deposit that the contract counts on is not held for the transferee. */
  DEPOSIT_NOT_HELD(Kind.CONFLICT),
  /** There is no such payment order. */
  ORDER_UNKNOWN(Kind.NOT_FOUND),
  /** The bank has booked the order before; it cannot reject it any more. */
  ORDER_PAID(Kind.CONFLICT),
  /** The money of the order has come back before; it is ordered anew, or not at all. */
  ORDER_CAME_BACK(Kind.CONFLICT),
  /** The order has not come back; there is nothing that could be ordered anew. */
  ORDER_UNDER_WAY(Kind.CONFLICT),
  /** A complaint is open: until it is settled the deposit stays where it is. */
  DEPOSIT_FROZEN(Kind.CONFLICT),
  /** No such contract is in effect here. */
  CONTRACT_UNKNOWN(Kind.NOT_FOUND),
  /** The amendment does not follow the last version of the contract. */
  AMENDMENT_OUT_OF_CHAIN(Kind.CONFLICT),
  /** Not all that is due for the price has come in. */
  PRICE_NOT_SETTLED(Kind.CONFLICT),
  /** The day has not come. */
  DAY_NOT_COME(Kind.INVALID),
  /** A right of so few years cannot be registered. */
  NOT_REGISTRABLE(Kind.CONFLICT),
  /** What was sold is handed over before the right is registered. */
  NOT_HANDED_OVER(Kind.CONFLICT),
  /** The step was noted before, with another day or another document. */
  STEP_DIFFERS(Kind.CONFLICT),
  /** Only the transferor accepts a guarantee. */
  NOT_THE_TRANSFEROR(Kind.FORBIDDEN),
  /** The price is paid at once, and there is nothing to guarantee. */
  NO_INSTALMENTS(Kind.CONFLICT),
  /** The contract names other kinds of guarantee. */
  GUARANTEE_OF_ANOTHER_KIND(Kind.INVALID),
  /** The guarantee covers less than what is due later, with interest. */
  GUARANTEE_TOO_SMALL(Kind.INVALID),
  /** The guarantee ends before the last instalment is due. */
  GUARANTEE_TOO_SHORT(Kind.INVALID),
  /** The guarantee cannot be called any more. */
  GUARANTEE_EXPIRED(Kind.INVALID),
  /** Another guarantee was accepted before. */
  GUARANTEE_DIFFERS(Kind.CONFLICT),
  /** Only the transferee reports revenue. */
  NOT_THE_TRANSFEREE(Kind.FORBIDDEN),
  /** Under this contract no revenue is shared for the year. */
  YEAR_OUTSIDE_TERM(Kind.INVALID),
  /** The year is not over, so nobody knows all of it; nor has the contract ended in it. */
  YEAR_NOT_OVER(Kind.CONFLICT),
  /** The year's revenue has come in as it was reported; the report is corrected no more. */
  RECEIVED_ALREADY(Kind.CONFLICT),
  /** The year's revenue is not reported. */
  REVENUE_NOT_REPORTED(Kind.CONFLICT),
  /** The year's revenue has not come in. */
  REVENUE_NOT_RECEIVED(Kind.CONFLICT),
  /** An erosion under nothing, or a debt that is none or is owed to no pledgee of the contract. */
  FACTS_SENSELESS(Kind.INVALID),
  /** Other facts were noted of the year before. */
  FACTS_DIFFER(Kind.CONFLICT),
  /** The income is shared already; what is learnt later changes nothing. */
  SHARED_ALREADY(Kind.CONFLICT),
  /** The year is closed for all: no revenue of it is shared any more. */
  YEAR_CLOSED(Kind.CONFLICT),
  /** A contract still owes the report or the money of the year, which closing it would hide. */
  YEAR_AWAITED(Kind.CONFLICT),
  /** A revenue of the year has come in and is not shared: closed, it could never be. */
  REVENUE_NOT_SHARED(Kind.CONFLICT),
  /** No revenue of the year has come in that is not shared. */
  NOTHING_TO_SHARE(Kind.CONFLICT),
  /** There is no such run. */
  RUN_UNKNOWN(Kind.NOT_FOUND),
  /** Another independent sign of this kind was noted of the year before. */
  SIGNAL_DIFFERS(Kind.CONFLICT),
  /** A sign does not agree with the report, and whoever approves has not said why it is shared. */
  DIFFERENCE_UNEXPLAINED(Kind.CONFLICT),
  /** Who proposes a breach or a run does not confirm it (four eyes). */
  FOUR_EYES(Kind.FORBIDDEN);

  private final Kind kind;

  SettlementRefusal(Kind kind) {
    this.kind = kind;
  }

  @Override
  public Kind kind() {
    return kind;
  }
}
