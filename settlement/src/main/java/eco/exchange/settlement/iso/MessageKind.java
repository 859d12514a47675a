package eco.exchange.settlement.iso;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The kinds of messages: each is written in one version, and read in all that banks still use. */
enum MessageKind {
  /** All that was booked since the statement before. */
  STATEMENT("camt.053.001", "08", "02", "04", "06", "10"),
  /** Single movements, as they happen. */
  NOTICE("camt.054.001", "08", "02", "04", "06", "10"),
  /** Payments that the bank is to make. */
  PAYMENTS("pain.001.001", "10"),
  /** What the bank says to a file of payments. */
  FILE_ANSWER("pain.002.001", "11", "03", "04", "05", "06", "07", "08", "09", "10");

  private static final String NAMESPACES = "urn:iso:std:iso:20022:tech:xsd:";

  private final String family;
  private final String written;
  private final List<String> others;

  MessageKind(String family, String written, String... others) {
    this.family = family;
    this.written = written;
    this.others = List.of(others);
  }

  /**
   * A version of a kind.
   *
   * @param kind the kind
   * @param code the code of message, variant and version, such as camt.053.001.08
   */
  record Version(MessageKind kind, String code) {

    String namespace() {
      return NAMESPACES + code;
    }

    /** Whether it is the version that is written, in which all others are read in the end. */
    boolean isWritten() {
      return equals(kind.version());
    }
  }

  /** The version in which it is written. */
  Version version() {
    return new Version(this, family + "." + written);
  }

  /** The version whose messages have this namespace, if it is read. */
  static Optional<Version> version(String namespace) {
    return Arrays.stream(values())
        .filter(kind -> namespace.startsWith(NAMESPACES + kind.family + "."))
        .filter(kind -> kind.isRead(namespace.substring(NAMESPACES.length())))
        .map(kind -> new Version(kind, namespace.substring(NAMESPACES.length())))
        .findFirst();
  }

  private boolean isRead(String code) {
    String number = code.substring(family.length() + 1);
    return number.equals(written) || others.contains(number);
  }
}
