package eco.exchange.lab.soak.bank.plain;

import eco.exchange.lab.soak.bank.plain.PlainBook.Day;
import eco.exchange.lab.soak.bank.plain.ToldLine.Clearness;
import eco.exchange.server.bank.BankFolder;
import eco.exchange.settlement.bank.AccountLine;
import eco.exchange.settlement.bank.BankEntry;
import eco.exchange.settlement.bank.BankMessage;
import eco.exchange.settlement.bank.OrderAnswer;
import eco.exchange.settlement.bank.OrderStatus;
import eco.exchange.settlement.bank.StatementPeriod;
import eco.exchange.settlement.iso.IsoMessages;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * The mail of the bank to the exchange: messages go at once or wait, once or twice, in order or
 * not; and what each of their lines has told is kept.
 */
public final class BankMail {

  private static final int WAITS_ONE_IN = 3;
  private static final int TOLD_TWICE_ONE_IN = 6;
  private static final int COPIED_ONE_IN = 10;
  private static final int GARBAGE_ONE_IN = 12;

  private final BankFolder folder;
  private final String account;
  private final PlainBook book;
  private final EntryLines lines;
  private final ToldLines told;
  private final GarbageFiles garbage;
  private final RandomGenerator random;
  private final List<Letter> waiting = new ArrayList<>();
  private final List<Day> days = new ArrayList<>();
  private final Set<String> read = new HashSet<>();
  private final Set<String> refused = new HashSet<>();
  private boolean hasBegun;
  private int messages;
  private int files;

  BankMail(BankFolder folder, String account, PlainBook book, RandomGenerator random) {
    this.folder = folder;
    this.account = account;
    this.book = book;
    this.lines = new EntryLines(book);
    this.told = new ToldLines(book);
    this.garbage = new GarbageFiles(random, account);
    this.random = random;
  }

  /** Something that is written when it goes. */
  private interface Letter {
    void send() throws IOException;
  }

  /** Tells of an entry as it happens, now or some time. */
  void notice(PlainEntry entry) throws IOException {
    sendOrWait(() -> sendNotice(entry));
    if (random.nextInt(TOLD_TWICE_ONE_IN) == 0) {
      sendOrWait(() -> sendNotice(entry));
    }
  }

  private void sendNotice(PlainEntry entry) throws IOException {
    String id = nextId("N");
    List<BankEntry> all = lines.of(entry, false);
    told.notice(id, entry, all);
    send(new BankMessage.Notice(id, book.now(), List.copyOf(all)));
  }

  /** Says something to all payments of a file, or to single ones. */
  void answer(String file, Optional<OrderStatus> whole, List<OrderAnswer> each) throws IOException {
    sendOrWait(
        () -> {
          String id = nextId("A");
          if (whole.isPresent() && random.nextBoolean()) {
            byte[] text = AnswerText.ofPaymentInformation(id, book.now(), file, whole.get());
            file(id, text, read);
          } else {
            send(new BankMessage.FileAnswer(id, book.now(), file, whole, each));
          }
        });
  }

  /**
   * Tells of a day by its statement, now or with a later one. The first of all comes before any
   * other, for the chain begins with it.
   */
  void statement(Day day) throws IOException {
    days.add(day);
    if (!hasBegun || random.nextInt(WAITS_ONE_IN) > 0) {
      hasBegun = true;
      sendStatements();
    }
  }

  private void sendStatements() throws IOException {
    List<BankMessage.Statement> all = new ArrayList<>();
    boolean isOneFile = days.size() > 1 && random.nextBoolean();
    String together = nextId("S");
    for (int i = 0; i < days.size(); i++) {
      Day day = days.get(i);
      String id = isOneFile ? "%s/%d".formatted(together, i + 1) : nextId("S");
      told.statement(id, day, entry -> lines.of(entry, true));
      all.add(written(id, day));
    }
    if (isOneFile) {
      file(together, StatementFile.of(together, all, account), read);
    } else {
      Collections.shuffle(all, Random.from(random));
      for (BankMessage.Statement one : all) {
        send(one);
      }
    }
    if (!all.isEmpty() && random.nextInt(COPIED_ONE_IN) == 0) {
      sendCopy(all.getLast());
    }
    days.clear();
  }

  // A bank that sends a statement again numbers the message anew.
  private void sendCopy(BankMessage.Statement one) throws IOException {
    send(
        new BankMessage.Statement(
            nextId("S"), one.writtenAt(), one.number(), one.sequence(), one.period(), one.lines()));
  }

  private BankMessage.Statement written(String id, Day day) {
    List<AccountLine> all =
        day.entries().stream()
            .<AccountLine>mapMulti((entry, into) -> lines.of(entry, true).forEach(into))
            .toList();
    return new BankMessage.Statement(
        id,
        book.now(),
        "ST" + day.day(),
        Optional.of(day.sequence()).filter(it -> day.day().getYear() % 2 == 1),
        new StatementPeriod(day.opening(), day.day(), day.closing(), day.day()),
        all);
  }

  /**
   * Sends everything that waits, in any order, and then the statement of the day: what an exchange
   * makes of its closing balance is what it makes of everything.
   */
  void flush(Day day) throws IOException {
    List<Letter> all = new ArrayList<>(waiting);
    waiting.clear();
    Collections.shuffle(all, Random.from(random));
    for (Letter letter : all) {
      letter.send();
    }
    days.add(day);
    hasBegun = true;
    sendStatements();
  }

  private void sendOrWait(Letter letter) throws IOException {
    if (random.nextInt(WAITS_ONE_IN) == 0) {
      waiting.add(letter);
    } else {
      letter.send();
    }
  }

  private void send(BankMessage message) throws IOException {
    byte[] bytes = IsoMessages.written(message, account);
    file(message.id(), bytes, read);
    if (random.nextInt(COPIED_ONE_IN) == 0) {
      file(message.id() + "-again", bytes, read);
    }
    if (random.nextInt(GARBAGE_ONE_IN) == 0) {
      file("G" + message.id(), garbage.like(message, bytes), refused);
    }
  }

  private void file(String name, byte[] bytes, Set<String> kind) throws IOException {
    String place = "%08d-%s".formatted(++files, name.replace('/', '-'));
    kind.add(place + ".xml");
    BankFolder.write(folder.fromBank(), place, bytes);
  }

  private String nextId(String kind) {
    return "%s%07d".formatted(kind, ++messages);
  }

  /** The names of the files that can be read. */
  public Set<String> read() {
    return Set.copyOf(read);
  }

  /** The names of the files that are garbage. */
  public Set<String> refused() {
    return Set.copyOf(refused);
  }

  /** What was told, line by line, up to now. */
  public List<ToldLine> told() {
    return told.all();
  }

  /** How many lines were told of a kind. */
  public long told(Clearness clearness) {
    return told().stream().filter(line -> line.clearness() == clearness).count();
  }
}
