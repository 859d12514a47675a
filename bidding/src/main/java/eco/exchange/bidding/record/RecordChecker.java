package eco.exchange.bidding.record;

import eco.exchange.bidding.auction.Act;
import eco.exchange.bidding.auction.Auction;
import eco.exchange.bidding.auction.Auction.Closed;
import eco.exchange.bidding.auction.Auction.Outcome;
import eco.exchange.bidding.auction.Auction.Outcome.Raise;
import eco.exchange.bidding.auction.BidAnswer;
import eco.exchange.bidding.auction.PlacedAct;
import eco.exchange.method.TradeMethod;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** A check of an auction record: its lines are played one after the other until the first fault. */
public final class RecordChecker {

  private static final int LINE_MAX = 16_000_000;

  private final RecordLine.Head head;
  private final MessageDigest digest = RecordLine.digest();
  private final Deque<Raise> raises = new ArrayDeque<>();
  private Auction auction;
  private Instant latest = Instant.MIN;
  private long version;
  private long acts;
  private long lines = 1;
  private boolean isEnded;
  private Optional<String> fault = Optional.empty();

  /**
   * Begins with the first line.
   *
   * @throws IOException if it is no head
   */
  private RecordChecker(String first) throws IOException {
    this.head = head(first);
    this.auction = Auction.of(head.trade(), head.terms());
    RecordLine.pass(bare(first), digest);
  }

  /** Whether a file that begins so is to be the record of an auction. */
  public static boolean isRecord(byte[] beginning) {
    String text = new String(beginning, StandardCharsets.UTF_8);
    return text.startsWith(RecordLine.BEGINNING);
  }

  /**
   * Plays a record up to its end, or to its first fault, holding no more of it than a line.
   *
   * @throws IOException if it cannot be read, or does not begin as a record does
   */
  public static RecordReplay check(InputStream record) throws IOException {
    InputStream in = new BufferedInputStream(record);
    RecordChecker checker = new RecordChecker(line(in));
    String line = line(in);
    while (checker.goesOn() && !line.isEmpty()) {
      checker.play(line);
      line = line(in);
    }
    if (checker.goesOn()) {
      checker.missEnd();
    }
    return checker.result(line.isEmpty());
  }

  /** The next line, with its line feed if it has one; empty at the end of the file. */
  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = in.read(); next >= 0; next = in.read()) {
      line.write(next);
      if (next == '\n') {
        break;
      }
      if (line.size() > LINE_MAX) {
        throw new IOException("a line is longer than %d bytes".formatted(LINE_MAX));
      }
    }
    return line.toString(StandardCharsets.UTF_8);
  }

  // Whatever is wrong with the head, there is nothing to play.
  private static RecordLine.Head head(String first) throws IOException {
    try {
      if (first.startsWith(RecordLine.BEGINNING)
          && RecordLine.read(first) instanceof RecordLine.Head head
          && head.written().equals(bare(first))) {
        return head;
      }
    } catch (RuntimeException unreadable) {
      throw new IOException("the first line of the record cannot be read", unreadable);
    }
    throw new IOException("the first line is no head of a record");
  }

  private static String bare(String line) {
    return line.endsWith("\n") ? line.substring(0, line.length() - 1) : line;
  }

  private boolean goesOn() {
    return !isEnded && fault.isEmpty();
  }

  private void play(String line) {
    lines++;
    try {
      switch (RecordLine.read(line)) {
        case RecordLine.Head second -> fail("a record has one head");
        case RecordLine.Entry entry -> play(entry, bare(line));
        case RecordLine.End end -> end(end, line);
      }
    } catch (RuntimeException unreadable) {
      fail("it cannot be read");
    }
  }

  private void play(RecordLine.Entry entry, String line) {
    RecordLine.pass(line, digest);
    if (entry.version() <= version || entry.placedAt().isBefore(latest)) {
      fail("it does not follow the line before it");
      return;
    }
    version = entry.version();
    latest = entry.placedAt();
    acts++;
    if (raises.isEmpty() && !entry.byCeiling()) {
      judge(entry);
    } else {
      raise(entry);
    }
  }

  private void judge(RecordLine.Entry entry) {
    Outcome outcome = auction.judge(new PlacedAct(entry.hand(), entry.act(), entry.placedAt()));
    if (outcome.answer() instanceof BidAnswer.Refused || !outcome.answer().equals(entry.answer())) {
      fail(
          "%s by %s is answered by the rules: %s"
              .formatted(
                  entry.act().getClass().getSimpleName(), entry.hand(), outcome.answer().told()));
    }
    auction = outcome.next();
    raises.addAll(outcome.raises());
  }

  private void raise(RecordLine.Entry entry) {
    Optional<Raise> due = Optional.ofNullable(raises.poll());
    boolean isDue =
        entry.byCeiling()
            && due.filter(
                    raise ->
                        raise.paddle().equals(entry.hand())
                            && entry.act().equals(new Act.Bid(raise.price()))
                            && entry.answer().equals(told(raise, entry.placedAt())))
                .isPresent();
    if (!isDue) {
      fail(
          "by the rules the auction itself would have bid "
              + due.map(raise -> "%s for %s".formatted(raise.price(), raise.paddle()))
                  .orElse("nothing"));
    }
  }

  private static BidAnswer told(Raise raise, Instant at) {
    return new BidAnswer.Accepted(raise.seq(), raise.price(), at, raise.closesAt());
  }

  private void end(RecordLine.End claimed, String line) {
    isEnded = true;
    if (!raises.isEmpty() || claimed.closedAt().isBefore(latest)) {
      fail("it comes too early");
      return;
    }
    auction = rung(claimed.closedAt());
    if (!(auction instanceof Closed closed)) {
      fail(
          "by the rules the auction was not over then, but %s until %s"
              .formatted(
                  auction.standing(claimed.closedAt()).phase(),
                  auction.standing(claimed.closedAt()).endsAt()));
      return;
    }
    RecordLine.End end = RecordLine.End.of(closed, acts, digest);
    if (!end.written().equals(bare(line)) || !line.endsWith("\n")) {
      fail("by the rules and the lines before, it reads " + end.written());
    }
  }

  private Auction rung(Instant at) {
    boolean isUnwanted =
        head.applicants() == 0 && acts == 0 && !at.isBefore(head.terms().applicationsCloseAt());
    if (isUnwanted) {
      return Closed.unwanted(auction, at);
    }
    boolean isContested =
        Auction.mustCompete(head.terms(), head.bidders()) && !at.isBefore(head.terms().closesAt());
    return isContested ? Closed.contested(auction, at) : auction.ring(at);
  }

  private void missEnd() {
    lines++;
    fail("the end of the record is missing");
  }

  private void fail(String why) {
    if (fault.isEmpty()) {
      fault = Optional.of("line %d: %s".formatted(lines, why));
    }
  }

  /** What was found; after the end there may be nothing more. */
  private RecordReplay result(boolean nothingFollows) {
    if (isEnded && !nothingFollows) {
      lines++;
      fail("it comes after the end");
    }
    boolean isRight = fault.isEmpty();
    return new RecordReplay(
        head.trade(),
        TradeMethod.of(head.terms().how()),
        acts,
        isRight && auction instanceof Closed closed
            ? Optional.of(closed.ending())
            : Optional.empty(),
        fault);
  }
}
