package eco.exchange.settlement.movement;

import eco.exchange.settlement.bank.AccountLine;
import eco.exchange.settlement.movement.MovementReport.Source;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Messages that were told one after the other, and what is known from them. */
final class ToldMessages {

  private final Map<String, KnownMovement> known = new LinkedHashMap<>();
  private final Set<String> toldInParts = new HashSet<>();

  /** What each line of the next message tells. */
  List<MovementMatch> tell(String message, Source source, List<? extends AccountLine> lines) {
    return tell(message, source, lines, Map.of());
  }

  /** The same, where the exchange has ordered payments by files. */
  List<MovementMatch> tell(
      String message, Source source, List<? extends AccountLine> lines, Map<String, String> files) {
    List<MovementMatch> matches =
        MovementMatching.of(message, source, List.copyOf(lines), files, known.values());
    matches.forEach(match -> keep(match, message, source));
    matches.forEach(this::keepReversal);
    return matches;
  }

  /** The movements; of what was told in one sum and in parts, the parts. */
  Stream<KnownMovement> movements() {
    return known.values().stream().filter(it -> !toldInParts.contains(it.key()));
  }

  private void keep(MovementMatch match, String message, Source source) {
    switch (match) {
      case MovementMatch.First first -> {
        keep(first.movement());
        first.told().ifPresent(toldInParts::add);
      }
      case MovementMatch.Again again -> keep(again.movement());
      case MovementMatch.Sum sum -> sum.movements().forEach(it -> keep(it.toldBy(message, source)));
      case MovementMatch.Nothing nothing -> {}
      case MovementMatch.Unclear why -> {}
    }
  }

  private void keep(KnownMovement movement) {
    known.put(movement.key(), movement);
  }

  private void keepReversal(MovementMatch match) {
    switch (match) {
      case MovementMatch.First first ->
          first.takesBack().forEach(it -> takenBack(it, first.movement().key()));
      case MovementMatch.Again again ->
          again.takesBack().forEach(it -> takenBack(it, again.movement().key()));
      case MovementMatch.Sum sum -> {}
      case MovementMatch.Nothing nothing -> {}
      case MovementMatch.Unclear why -> {}
    }
  }

  private void takenBack(String movement, String by) {
    known.computeIfPresent(movement, (key, it) -> it.takenBackBy(by));
  }
}
