package eco.exchange.settlement.movement;

import eco.exchange.money.Money;
import eco.exchange.settlement.bank.BankEntry;
import eco.exchange.settlement.bank.EntryReferences;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The matching of a reversal with what it takes back: by a number, by the id of the payment, by an
 * account. What contradicts any of these is not meant; and if they name different movements, or one
 * of several, a person is asked.
 */
final class ReversalMatching {

  /** How many days later a reversal that names nothing may still come. */
  private static final int DAYS_IN_DOUBT = 31;

  /** How many movements a person is shown. */
  private static final int SHOWN = 5;

  private final MovementIndex known;

  ReversalMatching(MovementIndex known) {
    this.known = known;
  }

  /**
   * What a reversal takes back, if that is sure; several, if it takes back in one sum what came in
   * as the parts of one entry.
   */
  List<KnownMovement> takenBackBy(BankEntry.Reversal line) {
    List<KnownMovement> common =
        Stream.of(
                possible(line, known.numberedBy(line)).filter(it -> it.isNear(line)).toList(),
                possible(line, known.paidBy(line)).toList(),
                possible(line, known.onAccountsOf(line))
                    .filter(it -> it.isNear(line) && isOn(it, line))
                    .toList())
            .filter(named -> !named.isEmpty())
            .reduce(ReversalMatching::common)
            .orElseGet(List::of);
    return Stream.of(
            common,
            common.stream().filter(it -> isAtPlaceOf(it, line)).toList(),
            common.isEmpty() ? partsOf(line) : List.<KnownMovement>of())
        .filter(found -> found.size() == 1 || found.size() > 1 && isSumOf(line, found))
        .findFirst()
        .orElseGet(List::of);
  }

  // What is left of the parts of an entry is taken back only as a whole.
  private List<KnownMovement> partsOf(BankEntry.Reversal line) {
    List<KnownMovement> parts =
        known.numberedBy(line).stream()
            .filter(it -> it.wholes().anyMatch(line.references().numbers()::contains))
            .filter(it -> it.isNear(line) && isOpen(it, line) && !isOther(it, line))
            .toList();
    return isSumOf(line, parts) ? parts : List.of();
  }

  private static boolean isSumOf(BankEntry line, List<KnownMovement> found) {
    Money sum = found.stream().map(KnownMovement::amount).reduce(Money.ZERO, Money::plus);
    return sum.equals(line.amount());
  }

  /** That it is not sure what a reversal takes back. */
  MovementMatch.Unclear unclear(BankEntry.Reversal line) {
    List<String> keys = mayBeMeantBy(line, "").stream().map(KnownMovement::key).toList();
    String shown = String.join(", ", keys.subList(0, Math.min(keys.size(), SHOWN)));
    return keys.isEmpty()
        ? new MovementMatch.Unclear(
            LineDispute.NOTHING_TAKEN_BACK, "it takes back what is not known")
        : new MovementMatch.Unclear(
            LineDispute.SEVERAL_TAKEN_BACK,
            "it may take back %s%s, and does not say which"
                .formatted(shown, keys.size() > SHOWN ? " or others" : ""));
  }

  /**
   * What a disputed debit may take back, though nobody knows: what it names anywhere by its amount,
   * in one or in all; or else what a number or id names by any amount, and what came in by its
   * amount lately. An account that is told and is not that of the payer speaks against it; nothing
   * else does.
   *
   * @param own the number of the movement that the debit tells, which may have taken it back; empty
   *     if it tells none
   */
  List<KnownMovement> mayBeMeantBy(BankEntry line, String own) {
    List<KnownMovement> named = named(line, own);
    List<KnownMovement> alike =
        named.stream().filter(it -> it.amount().equals(line.amount())).toList();
    if (!alike.isEmpty()) {
      return alike;
    }
    return isSumOf(line, named) || !(line instanceof BankEntry.Reversal reversal)
        ? named
        : Stream.concat(named.stream(), lately(reversal, own)).distinct().toList();
  }

  private Stream<KnownMovement> lately(BankEntry.Reversal line, String own) {
    return known.incomingOf(line.amount()).stream()
        .filter(it -> it.isBookedWithin(DAYS_IN_DOUBT, line))
        .filter(it -> isLeft(it, line, own) && !isOtherPayer(it, line));
  }

  private List<KnownMovement> named(BankEntry line, String own) {
    Map<String, KnownMovement> named = new LinkedHashMap<>();
    Stream.of(
            known.numberedBy(line).stream()
                .filter(it -> it.isNear(line) || it.amount().equals(line.amount())),
            known.paidBy(line).stream(),
            known.onAccountsOf(line).stream().filter(it -> it.amount().equals(line.amount())))
        .flatMap(found -> found)
        .filter(it -> isLeft(it, line, own))
        .filter(it -> !(line instanceof BankEntry.Reversal taken && isOtherPayer(it, taken)))
        .forEach(it -> named.put(it.key(), it));
    return List.copyOf(named.values());
  }

  private static boolean isLeft(KnownMovement movement, BankEntry line, String own) {
    return movement.mayBeTakenBackBy(own) && !isLater(movement, line);
  }

  /**
   * Whether two persons may say that a debit takes back what came in, alone or in one sum. They may
   * know better than its numbers and ids, but not than its account.
   */
  static boolean mayBeSaid(BankEntry line, List<KnownMovement> taken) {
    return isSumOf(line, taken)
        && taken.stream()
            .noneMatch(
                it ->
                    isLater(it, line)
                        || line instanceof BankEntry.Reversal reversal
                            && isOtherPayer(it, reversal));
  }

  /** What a later telling of a reversal says otherwise than what it was found to take back. */
  Optional<String> contradiction(KnownMovement reversal, BankEntry.Reversal line) {
    return known.takenBackBy(reversal).stream()
        .filter(taken -> isOther(taken, line))
        .findFirst()
        .map(taken -> "%s is taken back, and now another is named".formatted(taken.key()));
  }

  private static Stream<KnownMovement> possible(
      BankEntry.Reversal line, List<KnownMovement> named) {
    return named.stream()
        .filter(it -> it.amount().equals(line.amount()))
        .filter(it -> isOpen(it, line) && !isOther(it, line));
  }

  private static boolean isOpen(KnownMovement movement, BankEntry line) {
    return movement.takenBackBy().isEmpty() && !isLater(movement, line);
  }

  private static boolean isLater(KnownMovement movement, BankEntry line) {
    return movement.told().booked().earliest().isAfter(line.booked().latest());
  }

  private static boolean isOther(KnownMovement movement, BankEntry.Reversal line) {
    Optional<String> id = line.references().endToEnd();
    boolean isOtherPayment =
        id.isPresent()
            && movement.endToEndIds().findAny().isPresent()
            && movement.endToEndIds().noneMatch(id.get()::equals);
    return isOtherPayment || isOtherPayer(movement, line);
  }

  // Beside the account of the payer stands the sub-account, or the account of the exchange.
  private static boolean isOtherPayer(KnownMovement movement, BankEntry.Reversal line) {
    return movement.told() instanceof BankEntry.Incoming in
        && !in.payerNumber().isEmpty()
        && !line.accounts().contains(in.payerNumber())
        && line.accounts().stream().anyMatch(number -> !number.equals(in.subAccount()));
  }

  // Another account beside that of the payer may be another sub-account: then an account alone does
  // not say which of its payments is meant.
  private static boolean isOn(KnownMovement movement, BankEntry.Reversal line) {
    return movement.told() instanceof BankEntry.Incoming in
        && (in.subAccount().isEmpty()
            || line.accounts().stream()
                .allMatch(
                    number -> number.equals(in.payerNumber()) || number.equals(in.subAccount())));
  }

  private static boolean isAtPlaceOf(KnownMovement movement, BankEntry.Reversal line) {
    EntryReferences place = line.references();
    return place.isPart()
        && movement
            .references()
            .anyMatch(
                told ->
                    told.whole().equals(place.whole())
                        && told.part() == place.part()
                        && told.parts() == place.parts());
  }

  private static List<KnownMovement> common(List<KnownMovement> one, List<KnownMovement> other) {
    List<String> keys = other.stream().map(KnownMovement::key).toList();
    return one.stream().filter(it -> keys.contains(it.key())).toList();
  }
}
