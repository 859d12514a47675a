package eco.exchange.settlement.movement;

import eco.exchange.money.Money;
import eco.exchange.settlement.bank.BankEntry;
import eco.exchange.settlement.bank.EntryReferences;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The matching of a reversal with what it takes back: by a number, by the id of the payment, by an
 * account. What contradicts any of these is not meant; and if they name different movements, or one
 * of several, a person is asked.
 */
final class ReversalMatching {

  private final MovementIndex known;

  ReversalMatching(MovementIndex known) {
    this.known = known;
  }

  /** What a reversal takes back, if that is sure. */
  Optional<KnownMovement> takenBackBy(BankEntry.Reversal line) {
    List<KnownMovement> common =
        Stream.of(
                possible(line, known.numberedBy(line)).filter(it -> it.isNear(line)).toList(),
                possible(line, known.paidBy(line)).toList(),
                possible(line, known.onAccountsOf(line)).filter(it -> isOn(it, line)).toList())
            .filter(named -> !named.isEmpty())
            .reduce(ReversalMatching::common)
            .orElseGet(List::of);
    return only(common)
        .or(() -> only(common.stream().filter(it -> isAtPlaceOf(it, line)).toList()));
  }

  /** Why it is not sure what a reversal takes back. */
  String doubt(BankEntry.Reversal line) {
    List<KnownMovement> parts =
        known.numberedBy(line).stream()
            .filter(it -> it.wholes().anyMatch(line.references().numbers()::contains))
            .filter(part -> part.isNear(line) && part.takenBackBy().isEmpty())
            .toList();
    Money sum = parts.stream().map(KnownMovement::amount).reduce(Money.ZERO, Money::plus);
    return parts.size() > 1 && sum.equals(line.amount())
        ? "it takes back in one sum " + keys(parts)
        : "it takes back what is not known";
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
        .filter(it -> it.amount().equals(line.amount()) && it.takenBackBy().isEmpty())
        .filter(it -> !it.told().booked().earliest().isAfter(line.booked().latest()))
        .filter(it -> !isOther(it, line));
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

  private static Optional<KnownMovement> only(List<KnownMovement> found) {
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  private static String keys(List<KnownMovement> movements) {
    return String.join(", ", movements.stream().map(KnownMovement::key).toList());
  }
}
