package eco.exchange.settlement.movement;

import eco.exchange.settlement.bank.BankAccount;
import eco.exchange.settlement.bank.BankEntry;
import eco.exchange.settlement.bank.BookingTime;
import java.util.Optional;

/** What one telling of a movement adds to another, and whether both can be about the same. */
final class EntryKnowledge {

  private EntryKnowledge() {}

  /** What is known of a movement after a later telling: it fills what was left out before. */
  static BankEntry with(BankEntry known, BankEntry told) {
    if (known instanceof BankEntry.Reversal before) {
      return told instanceof BankEntry.Reversal after ? with(before, after) : known;
    }
    if (!(known instanceof BankEntry.Incoming before)
        || !(told instanceof BankEntry.Incoming after)) {
      return isPlain(told) ? known : told;
    }
    return new BankEntry.Incoming(
        before.references(),
        before.amount(),
        booked(before, after),
        first(before.subAccount(), after.subAccount()),
        first(before.payer(), after.payer()),
        before.account().or(after::account),
        first(before.payerNumber(), after.payerNumber()),
        first(before.remittance(), after.remittance()));
  }

  // What a bank has once told as a reversal is one, even if it tells a plain debit later.
  private static BankEntry with(BankEntry.Reversal before, BankEntry.Reversal after) {
    return new BankEntry.Reversal(
        before.references(),
        before.amount(),
        booked(before, after),
        first(before.account(), after.account()),
        first(before.otherAccount(), after.otherAccount()));
  }

  /** Whether a later telling says more than is known. */
  static boolean isFuller(BankEntry known, BankEntry told) {
    return !with(known, told).equals(known);
  }

  /** What a telling says otherwise than it is known; empty if nothing. */
  static Optional<String> contradiction(BankEntry known, BankEntry told) {
    if (known instanceof BankEntry.Incoming before && told instanceof BankEntry.Incoming after) {
      return differing("sub-account", before.subAccount(), after.subAccount())
          .or(() -> differingPayers(before, after));
    }
    return differing(
        "payment",
        known.references().endToEnd().orElse(""),
        told.references().endToEnd().orElse(""));
  }

  /**
   * Whether something besides day and amount says that two tellings are about the same movement,
   * and nothing that they are not. Moments that differ make less sure what an account says.
   */
  static boolean isAlike(BankEntry one, BankEntry other) {
    if (isOther(one, other)) {
      return false;
    }
    return shared(one.references().endToEnd(), other.references().endToEnd())
        || sharesSubAccount(one, other) && sharesPayer(one, other)
        || !ToldMoments.differ(one.booked(), other.booked())
            && (ToldMoments.isShared(one.booked(), other.booked())
                || sharesSubAccount(one, other)
                || sharesPayer(one, other));
  }

  /**
   * Whether something says that two tellings are about different movements. Moments do not: some
   * banks tell when they have taken a payment in one message, and when they booked it in another.
   * Nor do the names of payers of one account or one id, which may be written in different ways.
   */
  static boolean isOther(BankEntry one, BankEntry other) {
    return contradiction(one, other).isPresent()
        || differ(one.references().endToEnd(), other.references().endToEnd())
        || !sharesPayer(one, other)
            && !shared(one.references().endToEnd(), other.references().endToEnd())
            && one instanceof BankEntry.Incoming here
            && other instanceof BankEntry.Incoming there
            && differ(text(here.payer()), text(there.payer()));
  }

  // A bank that tells less in a notice tells of a debit alone, and later whose it was.
  private static boolean isPlain(BankEntry told) {
    return told instanceof BankEntry.Outgoing out && out.references().endToEnd().isEmpty()
        || told instanceof BankEntry.Incoming;
  }

  private static BookingTime booked(BankEntry before, BankEntry after) {
    boolean isFiner = before.booked().moment().isEmpty() && after.booked().moment().isPresent();
    return isFiner ? after.booked() : before.booked();
  }

  private static String first(String before, String after) {
    return before.isBlank() ? after : before;
  }

  private static Optional<String> differing(String what, String before, String after) {
    return differ(text(before), text(after))
        ? Optional.of("%s %s is known, and now %s is told".formatted(what, before, after))
        : Optional.empty();
  }

  private static Optional<String> differingPayers(
      BankEntry.Incoming before, BankEntry.Incoming after) {
    return differ(text(before.payerNumber()), text(after.payerNumber()))
        ? Optional.of(
            "account of the payer %s is known, and now %s is told"
                .formatted(masked(before), masked(after)))
        : Optional.empty();
  }

  private static String masked(BankEntry.Incoming in) {
    return new BankAccount("", in.payerNumber(), "").maskedNumber();
  }

  private static boolean sharesSubAccount(BankEntry one, BankEntry other) {
    return one instanceof BankEntry.Incoming here
        && other instanceof BankEntry.Incoming there
        && shared(text(here.subAccount()), text(there.subAccount()));
  }

  private static boolean sharesPayer(BankEntry one, BankEntry other) {
    return one instanceof BankEntry.Incoming here
        && other instanceof BankEntry.Incoming there
        && shared(text(here.payerNumber()), text(there.payerNumber()));
  }

  private static Optional<String> text(String text) {
    return Optional.of(text).filter(it -> !it.isBlank());
  }

  private static boolean shared(Optional<?> one, Optional<?> other) {
    return one.isPresent() && one.equals(other);
  }

  private static boolean differ(Optional<?> one, Optional<?> other) {
    return one.isPresent() && other.isPresent() && !one.equals(other);
  }
}
