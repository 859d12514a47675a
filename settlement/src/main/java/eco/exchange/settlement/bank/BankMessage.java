package eco.exchange.settlement.bank;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A message from the bank to the exchange. */
public sealed interface BankMessage {

  /**
   * The number of the message, never given to another; at most 35 characters, and behind them its
   * place, where one message holds several statements.
   */
  String id();

  /** When the bank wrote it. */
  Instant writtenAt();

  /**
   * All that was booked on an account since the statement before (camt.053).
   *
   * @param number the bank's number of the statement, which a copy of it has, too
   * @param sequence its place among the statements of a year, if the bank counts them
   * @param period what it covers
   * @param lines the lines between, in order
   */
  record Statement(
      String id,
      Instant writtenAt,
      String number,
      Optional<Long> sequence,
      StatementPeriod period,
      List<AccountLine> lines)
      implements BankMessage {

    /** Copies the lines. */
    public Statement {
      lines = List.copyOf(lines);
    }
  }

  /**
   * Movements told as they happen (camt.054); the statement of the day will tell them again.
   *
   * @param lines the lines, in order
   */
  record Notice(String id, Instant writtenAt, List<AccountLine> lines) implements BankMessage {

    /** Copies the lines. */
    public Notice {
      lines = List.copyOf(lines);
    }
  }

  /**
   * What the bank says to the payments of a file (pain.002).
   *
   * @param file the id of the file
   * @param whole what it says to all of them; empty if it speaks of each by itself
   * @param each what it says to single ones, which goes before what it says to all
   */
  record FileAnswer(
      String id,
      Instant writtenAt,
      String file,
      Optional<OrderStatus> whole,
      List<OrderAnswer> each)
      implements BankMessage {

    /** Copies the answers. */
    public FileAnswer {
      each = List.copyOf(each);
    }
  }
}
