package eco.exchange.settlement.bank;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The references by which the bank names a movement. A bank need not give all of them, and need not
 * give the same in a notice and in the statement of the day.
 *
 * @param entry the bank's number of the entry (AcctSvcrRef of Ntry); at most 35 characters
 * @param own the bank's number of the movement within the entry (AcctSvcrRef of TxDtls)
 * @param endToEnd the end-to-end id of the payment, as whoever ordered it has given it
 * @param part which part of the entry it is, from 1
 * @param parts in how many parts the entry is told; 1, if it is told whole
 */
public record EntryReferences(
    Optional<String> entry, Optional<String> own, Optional<String> endToEnd, int part, int parts) {

  /** The number of an entry that is told whole. */
  public static EntryReferences of(String entry) {
    return new EntryReferences(Optional.of(entry), Optional.empty(), Optional.empty(), 1, 1);
  }

  /** The number of an entry that is told whole, and the id of its payment. */
  public static EntryReferences of(String entry, String endToEnd) {
    return new EntryReferences(Optional.of(entry), Optional.empty(), Optional.of(endToEnd), 1, 1);
  }

  /** Whether it is one of several parts of an entry. */
  public boolean isPart() {
    return parts > 1;
  }

  /** The bank's numbers that are given to this movement alone. */
  public Set<String> numbers() {
    return (isPart() ? own.stream() : Stream.concat(entry.stream(), own.stream()))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The number of the entry of which it is a part. */
  public Optional<String> whole() {
    return isPart() ? entry : Optional.empty();
  }

  /**
   * The number by which the exchange knows the movement from now on; empty if the bank has given it
   * none.
   */
  public Optional<String> number() {
    return isPart()
        ? own.or(() -> entry.map(number -> "%s/%d".formatted(number, part)))
        : entry.or(() -> own);
  }
}
