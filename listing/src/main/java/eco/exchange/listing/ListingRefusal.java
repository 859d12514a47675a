package eco.exchange.listing;

import eco.exchange.answer.Reason;

/** Reasons for which this module refuses, in the order in which they are checked and told. */
public enum ListingRefusal implements Reason {
  /** There is no such product, appraisal or listing, or it is not public and another party's. */
  NOT_FOUND(Kind.NOT_FOUND),
  /** The key or identity was used before, for something else. */
  KEY_REUSED(Kind.CONFLICT),
  /** A public listing of another party. */
  NOT_YOURS(Kind.FORBIDDEN),
  /** Whoever sells may neither confirm the title, nor appraise, nor review. */
  OWN_PRODUCT(Kind.FORBIDDEN),
  /** Submitter, reviewer and approver must be three persons. */
  SAME_PERSON(Kind.FORBIDDEN),
  /** The listing is in a state in which this cannot happen. */
  WRONG_STATE(Kind.CONFLICT),
  /** A text, a list, an amount or a date is outside its limits. */
  INPUT_INVALID(Kind.INVALID),
  /** The region is not in a province of GB/T 2260. */
  REGION_UNKNOWN(Kind.INVALID),
  /** A revision names another product; a trade code is for one product only. */
  PRODUCT_CHANGED(Kind.INVALID),
  /** No rule edition is in force for this ownership class and trade method. */
  NO_RULE_EDITION(Kind.CONFLICT),
  /** A method that no usual terms tell whole, such as one with weights, and it is not told. */
  METHOD_TERMS_MISSING(Kind.INVALID),
  /** What is named as the earlier trade of this product is none. */
  RELISTED_UNKNOWN(Kind.INVALID),
  /** The earlier trade has not ended without a buyer. */
  RELISTED_NOT_ENDED(Kind.CONFLICT),
  /** The earlier trade was followed by another, which is the one to be named. */
  RELISTED_ALREADY(Kind.CONFLICT),
  /** The title is not confirmed. */
  TITLE_UNCONFIRMED(Kind.CONFLICT),
  /** The title is disputed (R-REG-10). */
  TITLE_DISPUTED(Kind.CONFLICT),
  /** The product is being sold, or is sold, by another listing. */
  PRODUCT_IN_TRADE(Kind.CONFLICT),
  /** The appraisal is not recorded. */
  APPRAISAL_MISSING(Kind.INVALID),
  /** The appraisal is of another product. */
  APPRAISAL_OF_ANOTHER_PRODUCT(Kind.INVALID),
  /** The appraisal is older than the rules allow. */
  APPRAISAL_EXPIRED(Kind.INVALID),
  /** No buyer was found for so long that the right must be appraised anew (R-DIS-9). */
  REAPPRAISAL_DUE(Kind.INVALID),
  /** The reserve price is nothing. */
  RESERVE_NOT_POSITIVE(Kind.INVALID),
  /** The reserve price is under the part of the appraisal that the rules demand (R-DIS-7). */
  RESERVE_UNDER_APPRAISAL(Kind.INVALID),
  /** The reserve price is lowered so far that it needs a new consent in writing (R-DIS-7). */
  REDUCTION_NOT_APPROVED(Kind.INVALID),
  /** The reserve price is over as many times the appraisal as the rules allow. */
  RESERVE_OVER_APPRAISAL(Kind.INVALID),
  /** The increment is nothing. */
  INCREMENT_NOT_POSITIVE(Kind.INVALID),
  /** The increment is too small a part of the reserve price, or too great a one. */
  INCREMENT_OUT_OF_BOUNDS(Kind.INVALID),
  /** The deposit is nothing. */
  DEPOSIT_NOT_POSITIVE(Kind.INVALID),
  /** The deposit is over the part of the reserve price that the rules allow (R-QUA-5). */
  DEPOSIT_OVER_CAP(Kind.INVALID),
  /**
   * One fault of the plan by which the price is paid; the detail begins with its code (R-POST-5).
   */
  INSTALMENTS_FAULTY(Kind.INVALID),
  /** An operating right without a term. */
  TERM_MISSING(Kind.INVALID),
  /** An operating right for longer than twenty years (R-REG-6). */
  TERM_TOO_LONG(Kind.INVALID),
  /** No document by which the sale was decided. */
  DECISION_MISSING(Kind.INVALID),
  /** A sale by agreement without a document that approves it (R-POST-8). */
  AGREEMENT_NOT_APPROVED(Kind.INVALID),
  /** One fault of the terms of the trade method by themselves. */
  METHOD_TERMS_FAULTY(Kind.INVALID),
  /** A time or a number of the trade method outside what the rules allow. */
  METHOD_LIMIT_BROKEN(Kind.INVALID),
  /** A falling price that does not come down to the reserve by whole increments. */
  START_OFF_GRID(Kind.INVALID),
  /** The revenues by which shares are compared are not told for every year of the right. */
  REVENUES_OFF_TERM(Kind.INVALID),
  /** The least rent and share that may be bid are more than an expected year leaves for them. */
  LEAST_BID_TOO_HIGH(Kind.INVALID),
  /** One fault of the sharing terms; the detail begins with its code. */
  TERMS_FAULTY(Kind.INVALID),
  /**
   * Something is not shared as the rules demand, and no document approves it; the detail begins
   * with the code of the fault (R-SHARE-1).
   */
  SHARING_NOT_APPROVED(Kind.INVALID);

  private final Kind kind;

  ListingRefusal(Kind kind) {
    this.kind = kind;
  }

  @Override
  public Kind kind() {
    return kind;
  }
}
