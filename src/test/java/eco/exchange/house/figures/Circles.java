package eco.exchange.house.figures;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** The circles in a graph: sets of more than one node in which each leads to each (Tarjan 1972). */
final class Circles {

  private final Map<String, Set<String>> arrows;
  private final Map<String, Integer> order = new HashMap<>();
  private final Map<String, Integer> earliest = new HashMap<>();
  private final Deque<String> open = new ArrayDeque<>();
  private final List<SortedSet<String>> circles = new ArrayList<>();

  private Circles(Map<String, Set<String>> arrows) {
    this.arrows = arrows;
  }

  /** The circles, the largest first. */
  static List<SortedSet<String>> of(Map<String, Set<String>> arrows) {
    Circles found = new Circles(arrows);
    arrows.keySet().stream().sorted().forEach(found::visit);
    found.circles.sort((one, other) -> other.size() - one.size());
    return found.circles;
  }

  // Answers the earliest node that can be reached and belongs to no circle that is complete.
  private int visit(String node) {
    Integer seen = order.get(node);
    if (seen != null) {
      return open.contains(node) ? seen : Integer.MAX_VALUE;
    }
    int own = order.size();
    order.put(node, own);
    earliest.put(node, own);
    open.push(node);
    for (String next : new TreeSet<>(arrows.getOrDefault(node, Set.of()))) {
      earliest.merge(node, visit(next), Math::min);
    }
    if (earliest.get(node) == own) {
      close(node);
    }
    return earliest.get(node);
  }

  private void close(String first) {
    SortedSet<String> circle = new TreeSet<>();
    String node;
    do {
      node = open.pop();
      circle.add(node);
    } while (!node.equals(first));
    if (circle.size() > 1) {
      circles.add(circle);
    }
  }
}
