package eco.exchange.settlement.movement;

import static org.assertj.core.api.Assertions.assertThat;

import eco.exchange.money.Money;
import eco.exchange.settlement.bank.AccountLine;
import eco.exchange.settlement.bank.BankEntry;
import eco.exchange.settlement.bank.BookingTime;
import eco.exchange.settlement.bank.EntryReferences;
import eco.exchange.settlement.movement.MovementReport.Source;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * A bank books entries and tells each in one statement and in any number of notices before or after
 * it, whole or in parts, with all its names or a few. Whatever it leaves out and in whatever order
 * it tells, each yuan counts once, or a person is asked.
 */
class MatchingAtRandomTest {

  private static final Instant MORNING = Instant.parse("2026-03-02T01:00:00Z");
  private static final int ROUNDS = 3_000;
  private static final int ENTRIES_MAX = 8;
  private static final int PARTS_MAX = 3;

  /** What was booked: an entry with its parts. */
  private record Booked(
      String number, boolean isIncoming, boolean isTakenBack, Instant at, List<Part> parts) {

    Money sum() {
      return parts.stream().map(Part::amount).reduce(Money.ZERO, Money::plus);
    }

    Money effect() {
      Money moved = isIncoming ? sum() : sum().negated();
      return isTakenBack ? Money.ZERO : moved;
    }
  }

  private record Part(String number, String payment, Money amount, String payer) {}

  /** What is left out when something is told. */
  private record Manner(boolean isWhole, boolean hasEntry, boolean hasOwn, boolean hasPayment) {}

  private ToldMessages messages = new ToldMessages();
  private Money asked = Money.ZERO;
  private int unclear;

  @Test
  void with_one_name_in_common_nobody_is_asked_and_each_yuan_counts_once() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int round = 0; round < ROUNDS; round++) {
      Money truth = play(random, true);
      assertThat(unclear).as("seed %d, round %d", seed, round).isZero();
      assertThat(counted()).as("seed %d, round %d", seed, round).isEqualTo(truth);
    }
  }

  // What notices alone have told of a day is a difference to the closing balance, and a person
  // asks.
  @Test
  void with_few_names_each_yuan_counts_once_or_a_person_is_asked() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int round = 0; round < ROUNDS; round++) {
      Money truth = play(random, false);
      Money ofStatements =
          messages
              .movements()
              .filter(it -> it.reports().stream().anyMatch(MatchingAtRandomTest::isStatement))
              .map(it -> it.told().effect())
              .reduce(asked, Money::plus);
      assertThat(ofStatements).as("seed %d, round %d", seed, round).isEqualTo(truth);
    }
  }

  private static boolean isStatement(MovementReport report) {
    return report.source() == Source.STATEMENT;
  }

  /** Tells everything in some order; the answer is what was really moved. */
  private Money play(Random random, boolean isNamed) {
    messages = new ToldMessages();
    asked = Money.ZERO;
    unclear = 0;
    List<Booked> booked = booked(random);
    List<Runnable> messages = new ArrayList<>();
    Manner usual = manner(random, isNamed);
    List<AccountLine> statement = new ArrayList<>();
    for (Booked entry : booked) {
      Manner manner = isNamed ? usual : manner(random, false);
      if (entry.isTakenBack()) {
        statement.add(reversal(entry, manner));
      }
      statement.addAll(told(entry, manner, random));
    }
    messages.add(() -> tell("S", Source.STATEMENT, statement));
    for (int notice = 0; notice < booked.size(); notice++) {
      Booked entry = booked.get(notice);
      String name = "N" + notice;
      Manner manner = isNamed ? with(usual, random.nextBoolean()) : manner(random, false);
      if (random.nextInt(4) > 0) {
        List<AccountLine> lines = told(entry, manner, random);
        messages.add(() -> tell(name, Source.NOTICE, lines));
      }
      if (isNamed && random.nextInt(4) == 0) {
        List<AccountLine> again = told(entry, manner, random);
        messages.add(() -> tell(name + "again", Source.NOTICE, again));
      }
    }
    Collections.shuffle(messages, random);
    messages.forEach(Runnable::run);
    return booked.stream().map(Booked::effect).reduce(Money.ZERO, Money::plus);
  }

  // Each name that is left out in one place is there in the other.
  private static Manner manner(Random random, boolean isNamed) {
    return isNamed
        ? new Manner(random.nextBoolean(), true, true, random.nextBoolean())
        : new Manner(
            random.nextBoolean(), random.nextBoolean(), random.nextBoolean(), random.nextBoolean());
  }

  private static Manner with(Manner usual, boolean isWhole) {
    return new Manner(isWhole, true, usual.hasOwn(), usual.hasPayment());
  }

  private static List<Booked> booked(Random random) {
    List<Booked> booked = new ArrayList<>();
    int entries = 1 + random.nextInt(ENTRIES_MAX);
    for (int i = 0; i < entries; i++) {
      List<Part> parts = new ArrayList<>();
      int many = random.nextInt(3) == 0 ? 2 + random.nextInt(PARTS_MAX - 1) : 1;
      for (int part = 0; part < many; part++) {
        String name = "%d%c".formatted(i, 'a' + part);
        Money amount = new Money(100L * (1 + random.nextInt(4)));
        parts.add(new Part("P" + name, "E" + name, amount, "付款人" + name));
      }
      Instant at =
          MORNING
              .plus(Duration.ofMinutes(random.nextInt(600)))
              .plus(Duration.ofMillis(random.nextInt(60_000)));
      boolean isIncoming = random.nextBoolean();
      boolean isTakenBack = isIncoming && many == 1 && random.nextInt(4) == 0;
      booked.add(new Booked("R" + i, isIncoming, isTakenBack, at, parts));
    }
    return booked;
  }

  private static List<AccountLine> told(Booked entry, Manner manner, Random random) {
    BookingTime at = at(entry, random);
    int parts = entry.parts().size();
    if (parts == 1 || manner.isWhole()) {
      Optional<Part> only = parts == 1 ? Optional.of(entry.parts().getFirst()) : Optional.empty();
      EntryReferences names =
          new EntryReferences(
              Optional.of(entry.number()).filter(it -> manner.hasEntry()),
              only.map(Part::number).filter(it -> manner.hasOwn()),
              only.map(Part::payment).filter(it -> manner.hasPayment()),
              1,
              1);
      return List.of(line(entry, names, entry.sum(), only.map(Part::payer).orElse(""), at));
    }
    List<AccountLine> lines = new ArrayList<>();
    List<Part> inOrder = new ArrayList<>(entry.parts());
    Collections.shuffle(inOrder, random);
    for (int i = 0; i < parts; i++) {
      Part part = inOrder.get(i);
      EntryReferences names =
          new EntryReferences(
              Optional.of(entry.number()).filter(it -> manner.hasEntry()),
              Optional.of(part.number()).filter(it -> manner.hasOwn()),
              Optional.of(part.payment()).filter(it -> manner.hasPayment()),
              i + 1,
              parts);
      lines.add(line(entry, names, part.amount(), part.payer(), at));
    }
    return lines;
  }

  // A bank tells the day alone, or the moment as finely as it likes.
  private static BookingTime at(Booked entry, Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> BookingTime.at(entry.at());
      case 1 -> BookingTime.at(entry.at().truncatedTo(ChronoUnit.SECONDS));
      case 2 -> BookingTime.at(entry.at().truncatedTo(ChronoUnit.MINUTES));
      default -> BookingTime.on(BookingTime.at(entry.at()).day());
    };
  }

  /** What the statement tells before the movement that it takes back. */
  private static AccountLine reversal(Booked entry, Manner manner) {
    EntryReferences names =
        new EntryReferences(
            Optional.of(entry.number()).filter(it -> manner.hasEntry()),
            Optional.empty(),
            Optional.of(entry.parts().getFirst().payment()).filter(it -> manner.hasPayment()),
            1,
            1);
    BookingTime later = BookingTime.at(entry.at().plus(Duration.ofMinutes(1)));
    return new BankEntry.Reversal(names, entry.sum(), later, "");
  }

  private static AccountLine line(
      Booked entry, EntryReferences names, Money amount, String payer, BookingTime at) {
    return entry.isIncoming()
        ? new BankEntry.Incoming(names, amount, at, "", payer, Optional.empty(), "")
        : new BankEntry.Outgoing(names, amount, at);
  }

  private void tell(String message, Source source, List<AccountLine> lines) {
    List<MovementMatch> matches = messages.tell(message, source, lines);
    for (int place = 0; place < lines.size(); place++) {
      if (matches.get(place) instanceof MovementMatch.Unclear) {
        unclear++;
        asked = source == Source.STATEMENT ? asked.plus(lines.get(place).effect()) : asked;
      }
    }
  }

  private Money counted() {
    return messages
        .movements()
        .map(movement -> movement.told().effect())
        .reduce(Money.ZERO, Money::plus);
  }
}
