package eco.exchange.lab.soak.bank;

import static java.nio.charset.StandardCharsets.UTF_8;

import eco.exchange.money.Money;
import eco.exchange.settlement.bank.AccountLine;
import eco.exchange.settlement.bank.BankAccount;
import eco.exchange.settlement.bank.BankEntry;
import eco.exchange.settlement.bank.BankMessage;
import eco.exchange.settlement.bank.BookingTime;
import eco.exchange.settlement.bank.EntryReferences;
import eco.exchange.settlement.bank.NotedLine;
import eco.exchange.settlement.bank.OrderAnswer;
import eco.exchange.settlement.bank.OrderStatus;
import eco.exchange.settlement.bank.StatementPeriod;
import eco.exchange.settlement.iso.IsoMessages;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The messages from which mutants are made: all that a bank writes, and what odd banks write. */
final class MessageSamples {

  static final String ACCOUNT = "69000100000000017";

  private static final Instant NOON = Instant.parse("2026-03-02T04:00:00Z");
  private static final LocalDate DAY = LocalDate.parse("2026-03-02");
  private static final BankAccount PAYER =
      new BankAccount("安吉竹海公司", "6222020200112233445", "102100099996");
  private static final List<String> ODD = List.of("odd-statement", "odd-notice", "odd-answer");
  private static final String DECLARATION = "<\\?xml[^>]*>";

  private MessageSamples() {}

  /** The texts of the samples. */
  static List<String> texts() {
    List<AccountLine> lines = lines();
    Money closing = lines.stream().map(AccountLine::effect).reduce(Money.ZERO, Money::plus);
    StatementPeriod period = new StatementPeriod(Money.ZERO, DAY, closing, DAY);
    Stream<BankMessage> written =
        Stream.of(
            new BankMessage.Statement("S1", NOON, "S1", Optional.of(7L), period, lines),
            new BankMessage.Notice("N1", NOON, lines),
            answer(Optional.empty()),
            answer(Optional.of(new OrderStatus(OrderStatus.Step.REJECTED, "AC01 账号有误"))));
    return Stream.concat(
            written.map(message -> new String(IsoMessages.written(message, ACCOUNT), UTF_8)),
            ODD.stream().map(MessageSamples::resource))
        .map(text -> text.replaceFirst(DECLARATION, ""))
        .toList();
  }

  private static List<AccountLine> lines() {
    List<AccountLine> lines = new ArrayList<>(parts());
    lines.addAll(
        List.of(
            incoming(EntryReferences.of("B1"), "200.00"),
            incoming(EntryReferences.of("B2", "PAYER-7"), "10.50"),
            new BankEntry.Outgoing(
                EntryReferences.of("B3", "E2E-1"), Money.yuan("100.50"), BookingTime.at(NOON)),
            new BankEntry.Collective(
                EntryReferences.of("B4"), Money.yuan("3.00"), BookingTime.on(DAY), "PF-1"),
            new BankEntry.Returned(
                EntryReferences.of("B5", "E2E-0"),
                Money.yuan("40.00"),
                BookingTime.at(NOON),
                "AC04 账户已销户"),
            new BankEntry.Reversal(
                EntryReferences.of("B6", "PAYER-7"),
                Money.yuan("10.50"),
                BookingTime.at(NOON),
                PAYER.number()),
            new NotedLine("B7", "PDNG"),
            new NotedLine("B8", "ZERO")));
    return lines;
  }

  private static List<AccountLine> parts() {
    return List.of(
        incoming(
            new EntryReferences(Optional.of("E1"), Optional.of("E1a"), Optional.empty(), 1, 2),
            "6.00"),
        incoming(
            new EntryReferences(Optional.of("E1"), Optional.of("E1b"), Optional.empty(), 2, 2),
            "4.00"));
  }

  private static BankEntry incoming(EntryReferences references, String amount) {
    return new BankEntry.Incoming(
        references,
        Money.yuan(amount),
        BookingTime.at(NOON),
        "6900010000000000017",
        PAYER.holder(),
        Optional.of(PAYER),
        "保证金");
  }

  private static BankMessage answer(Optional<OrderStatus> whole) {
    OrderStatus accepted = new OrderStatus(OrderStatus.Step.ACCEPTED, "");
    return new BankMessage.FileAnswer(
        "A1", NOON, "PF-1", whole, List.of(new OrderAnswer("E2E-1", accepted)));
  }

  private static String resource(String name) {
    try (InputStream stream = MessageSamples.class.getResourceAsStream(name + ".xml")) {
      if (stream == null) {
        throw new IllegalStateException("no sample " + name);
      }
      return new String(stream.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
