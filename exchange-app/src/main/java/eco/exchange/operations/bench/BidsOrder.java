package eco.exchange.operations.bench;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is to be measured, as it was asked for on the command line.
 *
 * @param parts the parts to run, in their order
 * @param seconds how long each load lasts
 * @param json the file to which the figures are appended
 */
record BidsOrder(Set<Part> parts, int seconds, Optional<Path> json) {

  static final String USAGE =
      "usage: ./exchange bench bids [--json FILE] [--seconds N] [--only %s ...]"
          .formatted(Stream.of(Part.values()).map(Part::word).collect(Collectors.joining("|")));

  private static final int SECONDS_USUAL = 10;
  private static final int SECONDS_MAX = 600;

  /**
   * Reads the arguments.
   *
   * @throws IllegalArgumentException if they are not understood; the message says which
   */
  static BidsOrder parse(List<String> arguments) {
    Set<Part> parts = EnumSet.noneOf(Part.class);
    int seconds = SECONDS_USUAL;
    Optional<Path> json = Optional.empty();
    Iterator<String> rest = arguments.iterator();
    while (rest.hasNext()) {
      String argument = rest.next();
      if (!List.of("--json", "--seconds", "--only").contains(argument) || !rest.hasNext()) {
        throw new IllegalArgumentException("not understood: " + argument);
      }
      String value = rest.next();
      if (argument.equals("--json")) {
        json = Optional.of(Path.of(value));
      } else if (argument.equals("--seconds")) {
        seconds = seconds(value);
      } else {
        parts.add(part(value));
      }
    }
    return new BidsOrder(parts.isEmpty() ? EnumSet.allOf(Part.class) : parts, seconds, json);
  }

  boolean wants(Part part) {
    return parts.contains(part);
  }

  /** Where the picture of the run goes: beside the figures. */
  Path picture() {
    Path beside = json.orElse(Path.of("bench-results", "bids.json")).toAbsolutePath();
    return beside.resolveSibling(
        beside.getFileName().toString().replaceAll("[.]jsonl?$", "") + ".png");
  }

  private static int seconds(String text) {
    if (!text.matches("[1-9]\\d{0,2}") || Integer.parseInt(text) > SECONDS_MAX) {
      throw new IllegalArgumentException(
          "seconds are a number from 1 to %d".formatted(SECONDS_MAX));
    }
    return Integer.parseInt(text);
  }

  private static Part part(String word) {
    return Stream.of(Part.values())
        .filter(part -> part.word().equals(word))
        .findAny()
        .orElseThrow(() -> new IllegalArgumentException("there is no part " + word));
  }
}
