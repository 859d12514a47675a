package eco.exchange.settlement.movement;

import eco.exchange.settlement.bank.BankEntry;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A name by which a movement is found again.
 *
 * @param kind NUMBER, WHOLE, END_TO_END or FILE
 * @param movement the number of the movement; empty if it is asked for
 */
record MovementName(String kind, String value, String movement) {

  /** The names by which a movement is found; they are those by which a line is looked for, too. */
  static Stream<MovementName> of(KnownMovement movement, Map<String, String> files) {
    return movement.reports().stream()
        .map(MovementReport::told)
        .flatMap(
            told ->
                Stream.of(
                        told.references().numbers().stream()
                            .map(it -> new MovementName("NUMBER", it, movement.key())),
                        told.references().whole().stream()
                            .map(it -> new MovementName("WHOLE", it, movement.key())),
                        told.references().endToEnd().stream()
                            .map(it -> new MovementName("END_TO_END", it, movement.key())),
                        file(told, files).stream()
                            .map(it -> new MovementName("FILE", it, movement.key())))
                    .flatMap(all -> all));
  }

  // An entry may be told whole now and have been told in parts before, or the other way round.
  static Stream<MovementName> asked(BankEntry line, Map<String, String> files) {
    Stream<String> numbers =
        Stream.concat(line.references().entry().stream(), line.references().own().stream());
    return Stream.of(
            numbers.flatMap(
                number ->
                    Stream.of(
                        new MovementName("NUMBER", number, ""),
                        new MovementName("WHOLE", number, ""))),
            line.references().endToEnd().stream().map(it -> new MovementName("END_TO_END", it, "")),
            file(line, files).stream().map(it -> new MovementName("FILE", it, "")))
        .flatMap(all -> all);
  }

  private static Optional<String> file(BankEntry told, Map<String, String> files) {
    return told instanceof BankEntry.Collective all
        ? Optional.of(all.file())
        : told instanceof BankEntry.Outgoing
            ? told.references().endToEnd().flatMap(id -> Optional.ofNullable(files.get(id)))
            : Optional.empty();
  }
}
