package eco.exchange.settlement.iso;

import java.util.Arrays;
import java.util.Optional;

/** The messages that are read and written, each in one version. */
enum MessageKind {
  /** All that was booked since the statement before. */
  STATEMENT("camt.053.001.08"),
  /** Single movements, as they happen. */
  NOTICE("camt.054.001.08"),
  /** Payments that the bank is to make. */
  PAYMENTS("pain.001.001.10"),
  /** What the bank says to a file of payments. */
  FILE_ANSWER("pain.002.001.11");

  private static final String NAMESPACES = "urn:iso:std:iso:20022:tech:xsd:";

  private final String code;

  MessageKind(String code) {
    this.code = code;
  }

  /** The code of message, variant and version. */
  String code() {
    return code;
  }

  /** The kind whose messages have this namespace. */
  static Optional<MessageKind> of(String namespace) {
    return Arrays.stream(values())
        .filter(kind -> namespace.equals(NAMESPACES + kind.code))
        .findFirst();
  }
}
