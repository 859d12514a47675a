package eco.exchange.settlement.bank;

import static eco.exchange.settlement.bank.BankRefusal.BALANCES_DIFFER;
import static eco.exchange.settlement.bank.BankRefusal.FILE_UNKNOWN;
import static eco.exchange.settlement.bank.BankRefusal.MESSAGE_DIFFERS;
import static eco.exchange.settlement.bank.BankRefusal.OTHER_ACCOUNT;
import static eco.exchange.settlement.bank.BankRefusal.OUT_OF_ORDER;
import static eco.exchange.settlement.bank.BankRefusal.REFERENCE_TWICE;
import static java.util.stream.Collectors.toSet;

import eco.exchange.answer.Refusal;
import eco.exchange.money.Money;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The rules that a message of the bank keeps, in the order in which they are asked. */
public final class BankMessageRules {

  private BankMessageRules() {}

  /** What is wrong with a message by itself. */
  public static Optional<Refusal> fault(BankMessage message) {
    return switch (message) {
      case BankMessage.Statement statement ->
          twice(references(statement.entries())).or(() -> unbalanced(statement));
      case BankMessage.Notice notice -> twice(references(notice.entries()));
      case BankMessage.FileAnswer answer ->
          twice(answer.each().stream().map(OrderAnswer::endToEnd).toList());
    };
  }

  /** Whether a message is about another account than the exchange's. */
  public static Optional<Refusal> foreign(BankMessage message, String ours) {
    return switch (message) {
      case BankMessage.Statement statement -> foreign(statement.account(), ours);
      case BankMessage.Notice notice -> foreign(notice.account(), ours);
      case BankMessage.FileAnswer answer -> Optional.empty();
    };
  }

  /**
   * What is known when a message comes.
   *
   * @param sha256 the hash of the message of the same number, if it has come before
   * @param last with what the last statement has closed, if there was one
   * @param payments the end-to-end ids of the payments of the file that is answered; none, if there
   *     is no such file
   */
  public record Known(Optional<String> sha256, Optional<Closing> last, Set<String> payments) {}

  /** Why a message that is right by itself is refused by what is known. */
  public static Optional<Refusal> refusal(BankMessage message, String sha256, Known known) {
    if (known.sha256().isPresent()) {
      return known.sha256().get().equals(sha256)
          ? Optional.empty()
          : Optional.of(refusal(MESSAGE_DIFFERS, message.id()));
    }
    return switch (message) {
      case BankMessage.Statement statement -> outOfOrder(statement, known.last());
      case BankMessage.Notice notice -> Optional.empty();
      case BankMessage.FileAnswer answer -> unknown(answer, known.payments());
    };
  }

  /**
   * What a message tells, line by line; what it says to a whole file, it says to each payment.
   *
   * @param payments the end-to-end ids of the payments of the file that is answered
   */
  public static List<BankLine> lines(BankMessage message, Set<String> payments) {
    return switch (message) {
      case BankMessage.Statement statement -> List.copyOf(statement.entries());
      case BankMessage.Notice notice -> List.copyOf(notice.entries());
      case BankMessage.FileAnswer answer -> answers(answer, payments);
    };
  }

  private static List<BankLine> answers(BankMessage.FileAnswer answer, Set<String> payments) {
    List<BankLine> lines = new ArrayList<>(answer.each());
    Set<String> single = answer.each().stream().map(OrderAnswer::endToEnd).collect(toSet());
    answer
        .whole()
        .ifPresent(
            status ->
                payments.stream()
                    .filter(payment -> !single.contains(payment))
                    .sorted()
                    .forEach(payment -> lines.add(new OrderAnswer(payment, status))));
    return lines;
  }

  private static Optional<Refusal> unknown(BankMessage.FileAnswer answer, Set<String> payments) {
    if (payments.isEmpty()) {
      return Optional.of(refusal(FILE_UNKNOWN, "file " + answer.file()));
    }
    return answer.each().stream()
        .map(OrderAnswer::endToEnd)
        .filter(payment -> !payments.contains(payment))
        .findFirst()
        .map(payment -> refusal(FILE_UNKNOWN, "payment " + payment));
  }

  // The first of all may have any number and any opening balance.
  private static Optional<Refusal> outOfOrder(
      BankMessage.Statement statement, Optional<Closing> last) {
    return last.filter(before -> !before.isFollowedBy(statement))
        .map(
            before ->
                refusal(
                    OUT_OF_ORDER,
                    "statement %d opens with %s, but %d has closed with %s"
                        .formatted(
                            statement.sequence(),
                            statement.opening(),
                            before.sequence(),
                            before.balance())));
  }

  /**
   * With what a statement has closed.
   *
   * @param sequence the number of the statement
   * @param balance what stood on the account in the end
   */
  public record Closing(long sequence, Money balance) {

    boolean isFollowedBy(BankMessage.Statement next) {
      return next.sequence() == sequence + 1 && next.opening().equals(balance);
    }
  }

  private static Optional<Refusal> unbalanced(BankMessage.Statement statement) {
    Money made =
        statement.entries().stream()
            .map(BankEntry::effect)
            .reduce(statement.opening(), Money::plus);
    return made.equals(statement.closing())
        ? Optional.empty()
        : Optional.of(
            refusal(
                BALANCES_DIFFER,
                "%s and the movements make %s, not %s"
                    .formatted(statement.opening(), made, statement.closing())));
  }

  private static List<String> references(List<BankEntry> entries) {
    return entries.stream().map(BankEntry::reference).toList();
  }

  private static Optional<Refusal> twice(List<String> numbers) {
    Set<String> seen = new HashSet<>();
    return numbers.stream()
        .filter(number -> !seen.add(number))
        .findFirst()
        .map(number -> refusal(REFERENCE_TWICE, number));
  }

  private static Optional<Refusal> foreign(String account, String ours) {
    return account.equals(ours)
        ? Optional.empty()
        : Optional.of(refusal(OTHER_ACCOUNT, "account " + account));
  }

  private static Refusal refusal(BankRefusal reason, String detail) {
    return new Refusal(reason, detail);
  }
}
