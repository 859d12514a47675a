package eco.exchange.lab.soak.bank;

import eco.exchange.answer.Answer;
import eco.exchange.money.Money;
import eco.exchange.settlement.bank.AccountLine;
import eco.exchange.settlement.bank.BankEntry;
import eco.exchange.settlement.bank.BankMessage;
import eco.exchange.settlement.bank.BankRefusal;
import eco.exchange.settlement.iso.IsoMessages;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * What must hold of every message, however odd: it is read or refused with a reason, no exception
 * escapes, and no money is made.
 */
final class MessageCheck {

  private MessageCheck() {}

  /** Whether a message was read or refused, and what is wrong with that. */
  static MutantFindings of(byte[] message) {
    try {
      return switch (IsoMessages.fromBank(message, MessageSamples.ACCOUNT)) {
        case Answer.Refused<List<BankMessage>> refused ->
            new MutantFindings(0, 1, told(refused(refused), message));
        case Answer.Done<List<BankMessage>> done ->
            new MutantFindings(
                1,
                0,
                told(
                    done.value().stream().flatMap(read -> fault(read).stream()).findFirst(),
                    message));
      };
    } catch (RuntimeException | StackOverflowError escaped) {
      return new MutantFindings(
          0, 0, told(Optional.of("an exception escapes: " + escaped), message));
    }
  }

  private static List<String> told(Optional<String> fault, byte[] message) {
    return fault.stream()
        .map(
            what ->
                "%s%n%s%n%s"
                    .formatted(
                        what,
                        new String(message, StandardCharsets.UTF_8),
                        Base64.getEncoder().encodeToString(message)))
        .toList();
  }

  private static Optional<String> refused(Answer.Refused<?> refused) {
    if (refused.reasons().isEmpty()) {
      return Optional.of("it is refused without a reason");
    }
    return refused.reasons().getFirst().reason() == BankRefusal.NOT_READABLE
        ? Optional.of("its reader has failed: " + refused.reasons().getFirst().detail())
        : Optional.empty();
  }

  private static Optional<String> fault(BankMessage message) {
    return switch (message) {
      case BankMessage.Statement statement -> fault(statement);
      case BankMessage.Notice notice -> fault(notice.lines());
      case BankMessage.FileAnswer answer -> Optional.empty();
    };
  }

  private static Optional<String> fault(BankMessage.Statement statement) {
    Money made =
        statement.lines().stream()
            .map(AccountLine::effect)
            .reduce(statement.period().opening(), Money::plus);
    return made.equals(statement.period().closing())
        ? fault(statement.lines())
        : Optional.of("its lines do not make its balance");
  }

  private static Optional<String> fault(List<AccountLine> lines) {
    return lines.stream()
        .filter(line -> line instanceof BankEntry entry && !entry.amount().isPositive())
        .findFirst()
        .map(line -> "it moves nothing, or less: " + line);
  }
}
