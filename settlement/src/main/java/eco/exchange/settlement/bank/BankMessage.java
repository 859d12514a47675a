package eco.exchange.settlement.bank;

import eco.exchange.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A message from the bank to the exchange. */
public sealed interface BankMessage {

  /** The number of the message, never given to another; at most 35 characters. */
  String id();

  /** When the bank wrote it. */
  Instant writtenAt();

  /**
   * All that was booked on an account since the statement before (camt.053).
   *
   * @param account the number of the account
   * @param sequence the number of the statement; the next one has the next number
   * @param opening what stood on the account before the first entry
   * @param closing what stood on it after the last
   * @param entries the movements between, in order
   */
  record Statement(
      String id,
      Instant writtenAt,
      String account,
      long sequence,
      Money opening,
      Money closing,
      List<BankEntry> entries)
      implements BankMessage {

    /** Copies the entries. */
    public Statement {
      entries = List.copyOf(entries);
    }
  }

  /**
   * Movements told as they happen (camt.054); the statement of the day will tell them again.
   *
   * @param account the number of the account
   * @param entries the movements, in order
   */
  record Notice(String id, Instant writtenAt, String account, List<BankEntry> entries)
      implements BankMessage {

    /** Copies the entries. */
    public Notice {
      entries = List.copyOf(entries);
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
