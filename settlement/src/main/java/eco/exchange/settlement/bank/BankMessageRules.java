package eco.exchange.settlement.bank;

import static eco.exchange.settlement.bank.BankRefusal.BALANCES_DIFFER;
import static eco.exchange.settlement.bank.BankRefusal.FILE_UNKNOWN;
import static eco.exchange.settlement.bank.BankRefusal.MESSAGE_DIFFERS;
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
      case BankMessage.Statement statement -> unbalanced(statement);
      case BankMessage.Notice notice -> Optional.empty();
      case BankMessage.FileAnswer answer ->
          twice(answer.each().stream().map(OrderAnswer::endToEnd).toList());
    };
  }

  /**
   * What is known when a message comes.
   *
   * @param sha256 the hash of the message of the same number, if it has come before
   * @param payments the end-to-end ids of the payments of the file that is answered; none, if there
   *     is no such file
   */
  public record Known(Optional<String> sha256, Set<String> payments) {}

  /**
   * Why a message that is right by itself is refused by what is known. A statement that comes too
   * early is not refused: it waits.
   */
  public static Optional<Refusal> refusal(BankMessage message, String sha256, Known known) {
    if (known.sha256().isPresent()) {
      return known.sha256().get().equals(sha256)
          ? Optional.empty()
          : Optional.of(refusal(MESSAGE_DIFFERS, message.id()));
    }
    return message instanceof BankMessage.FileAnswer answer && known.payments().isEmpty()
        ? Optional.of(refusal(FILE_UNKNOWN, "file " + answer.file()))
        : Optional.empty();
  }

  /**
   * What a message tells, line by line; what it says to a whole file, it says to each payment.
   *
   * @param payments the end-to-end ids of the payments of the file that is answered
   */
  public static List<BankLine> lines(BankMessage message, Set<String> payments) {
    return switch (message) {
      case BankMessage.Statement told -> List.copyOf(told.lines());
      case BankMessage.Notice told -> List.copyOf(told.lines());
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

  private static Optional<Refusal> unbalanced(BankMessage.Statement statement) {
    StatementPeriod period = statement.period();
    Money made =
        statement.lines().stream().map(AccountLine::effect).reduce(period.opening(), Money::plus);
    return made.equals(period.closing())
        ? Optional.empty()
        : Optional.of(
            refusal(
                BALANCES_DIFFER,
                "%s and the movements make %s, not %s"
                    .formatted(period.opening(), made, period.closing())));
  }

  private static Optional<Refusal> twice(List<String> numbers) {
    Set<String> seen = new HashSet<>();
    return numbers.stream()
        .filter(number -> !seen.add(number))
        .findFirst()
        .map(number -> refusal(REFERENCE_TWICE, number));
  }

  private static Refusal refusal(BankRefusal reason, String detail) {
    return new Refusal(reason, detail);
  }
}
