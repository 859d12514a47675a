package eco.exchange.lab.bench.measure;

import static java.util.stream.Collectors.joining;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The order of a bench: what is to be measured, as it was asked for on the command line.
 *
 * @param bench which bench
 * @param parts the parts to run, in their order
 * @param seconds how long each load lasts
 * @param json the file to which the figures are appended
 * @param <P> the parts of which the bench consists
 */
public record BenchOrder<P extends Enum<P>>(
    String bench, Set<P> parts, int seconds, Optional<Path> json) {

  private static final int SECONDS_USUAL = 10;
  private static final int SECONDS_MAX = 600;

  /**
   * Reads the arguments.
   *
   * @throws IllegalArgumentException if they are not understood; the message says which
   */
  public static <P extends Enum<P>> BenchOrder<P> parse(
      String bench, Class<P> known, List<String> arguments) {
    Set<P> parts = EnumSet.noneOf(known);
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
        parts.add(part(known, value));
      }
    }
    return new BenchOrder<>(bench, parts.isEmpty() ? EnumSet.allOf(known) : parts, seconds, json);
  }

  /** How to ask for it. */
  static <P extends Enum<P>> String usage(String bench, Class<P> known) {
    return "usage: ./exchange bench %s [--json FILE] [--seconds N] [--only %s ...]"
        .formatted(
            bench, Stream.of(known.getEnumConstants()).map(BenchOrder::word).collect(joining("|")));
  }

  public boolean wants(P part) {
    return parts.contains(part);
  }

  /** Where the picture of the run goes: beside the figures. */
  public Path picture() {
    Path beside = json.orElse(Path.of("bench-results", bench + ".json")).toAbsolutePath();
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

  private static <P extends Enum<P>> P part(Class<P> known, String word) {
    return Stream.of(known.getEnumConstants())
        .filter(part -> word(part).equals(word))
        .findAny()
        .orElseThrow(() -> new IllegalArgumentException("there is no part " + word));
  }

  /** The name by which a part is asked for. */
  private static String word(Enum<?> part) {
    return part.name().toLowerCase(Locale.ROOT);
  }
}
