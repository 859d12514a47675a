package eco.exchange.lab.soak.bank.plain;

import eco.exchange.calendar.WorkingCalendar;
import eco.exchange.money.Money;
import eco.exchange.settlement.bank.BankMessage;
import eco.exchange.settlement.bank.StatementPeriod;
import eco.exchange.settlement.iso.IsoMessages;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Files that no exchange may take: cut off, of another account, out of balance, or no message. */
final class GarbageFiles {

  private static final String OTHERS_ACCOUNT = "6222020200112233445";
  private static final int KINDS = 6;

  private final RandomGenerator random;
  private final String account;

  GarbageFiles(RandomGenerator random, String account) {
    this.random = random;
    this.account = account;
  }

  /** Garbage that looks like a message. */
  byte[] like(BankMessage message, byte[] bytes) {
    return switch (random.nextInt(KINDS)) {
      case 0 -> Arrays.copyOf(bytes, random.nextInt(bytes.length - 1));
      case 1 -> ofAnother(message);
      case 2 -> outOfBalance(message);
      case 3 -> unknownFile(message);
      case 4 -> sameNumber(message);
      default -> noise();
    };
  }

  private byte[] noise() {
    byte[] noise = new byte[random.nextInt(1, 500)];
    random.nextBytes(noise);
    return noise;
  }

  private static byte[] ofAnother(BankMessage message) {
    return IsoMessages.written(
        new BankMessage.Notice("X" + message.id(), message.writtenAt(), List.of()), OTHERS_ACCOUNT);
  }

  private byte[] outOfBalance(BankMessage message) {
    LocalDate day = WorkingCalendar.dayOf(message.writtenAt());
    StatementPeriod period = new StatementPeriod(Money.ZERO, day, new Money(1), day);
    return IsoMessages.written(
        new BankMessage.Statement(
            "X" + message.id(), message.writtenAt(), "X", Optional.empty(), period, List.of()),
        account);
  }

  private byte[] unknownFile(BankMessage message) {
    return IsoMessages.written(
        new BankMessage.FileAnswer(
            "X" + message.id(), message.writtenAt(), "PF-NEVER", Optional.empty(), List.of()),
        account);
  }

  // The number of a message that has come, with another content.
  private byte[] sameNumber(BankMessage message) {
    return IsoMessages.written(
        new BankMessage.Notice(message.id(), message.writtenAt().plusSeconds(1), List.of()),
        account);
  }
}
