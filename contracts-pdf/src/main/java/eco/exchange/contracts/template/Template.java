package eco.exchange.contracts.template;

import eco.exchange.contracts.deal.Deal;
import eco.exchange.contracts.deal.MandatoryMatter;
import eco.exchange.contracts.deal.Matter;
import eco.exchange.market.OwnershipClass;
import eco.exchange.market.RightKind;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * An edition of the words of a contract, for some kinds of right and one class of owner.
 *
 * @param name its name, which is never given to other words
 * @param kinds the kinds of right that it words
 * @param ownership whose property it words
 * @param since the first day on which a contract is drawn by it
 * @param drafted who wrote it
 * @param reviewed who examined it against the law
 * @param approved who put it in force
 * @param words the SHA-256 of the sample contract that was approved
 * @param matters what it regulates, in the order of the clauses
 * @param occasion what it words
 */
public record Template(
    String name,
    Set<RightKind> kinds,
    OwnershipClass ownership,
    LocalDate since,
    Hand drafted,
    Hand reviewed,
    Hand approved,
    String words,
    List<Matter> matters,
    Purpose occasion) {

  /** What a template words. */
  public enum Purpose {
    /** A contract whose price is paid at once. */
    PAID_AT_ONCE,
    /** A contract whose price is paid in instalments. */
    IN_INSTALMENTS,
    /** An amendment; the rest of its contract stays as it is. */
    AMENDMENT;

    public static Purpose of(Deal deal) {
      if (deal.amends().isPresent()) {
        return AMENDMENT;
      }
      return deal.sale().plan().isPresent() ? IN_INSTALMENTS : PAID_AT_ONCE;
    }
  }

  /** Somebody who had the template in hand, and the day on which. */
  public record Hand(String by, LocalDate on) {}

  /**
   * Copies the lists, and rejects a template that nobody else has reviewed, or that lacks what the
   * law demands.
   */
  public Template {
    kinds = Set.copyOf(EnumSet.copyOf(kinds));
    matters = List.copyOf(matters);
    if (drafted.by().equals(reviewed.by()) || reviewed.by().equals(approved.by())) {
      throw new IllegalArgumentException(name + " was reviewed by whoever wrote it");
    }
    if (drafted.on().isAfter(reviewed.on())
        || reviewed.on().isAfter(approved.on())
        || approved.on().isAfter(since)) {
      throw new IllegalArgumentException(name + " was in force before it was approved");
    }
    for (RightKind kind : occasion == Purpose.AMENDMENT ? Set.<RightKind>of() : kinds) {
      List<MandatoryMatter> missing = MandatoryMatter.missing(kind, ownership, matters);
      if (!missing.isEmpty()) {
        throw new IllegalArgumentException("%s lacks %s".formatted(name, missing));
      }
    }
  }

  boolean words(RightKind kind, OwnershipClass owner, Purpose asked) {
    return kinds.contains(kind) && ownership == owner && occasion == asked;
  }
}
