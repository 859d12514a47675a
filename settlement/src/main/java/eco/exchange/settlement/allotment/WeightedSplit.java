package eco.exchange.settlement.allotment;

import eco.exchange.money.Money;
import eco.exchange.money.Rational;
import eco.exchange.settlement.allotment.AllotmentView.Part;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * An amount split by weights, exact to the fen, by the residue rule of sharing terms: each is due
 * its exact part and what it was short of before; whole fen are paid, and the fen that are left
 * over go one each to those who are most short, by the order of the list.
 */
final class WeightedSplit {

  /** Somebody who takes part, and how much counts for it. */
  record Weight(String member, long weight) {}

  /** What somebody is due, and what it is paid so far. */
  private static final class Line {

    private final int place;
    private final Weight weight;
    private final Rational carriedIn;
    private final Rational due;
    private long paid;

    Line(int place, Weight weight, Rational carriedIn, Rational exact) {
      this.place = place;
      this.weight = weight;
      this.carriedIn = carriedIn;
      this.due = carriedIn.plus(exact);
      // Nobody is asked to pay back: who is ahead gets nothing until it is used up.
      this.paid = Math.max(0, due.floor());
    }

    Rational shortBy() {
      return due.minus(Rational.of(paid));
    }

    int place() {
      return place;
    }

    // Who was due whole fen and nothing more is not rounded.
    boolean isRounded() {
      return carriedIn.signum() != 0 || !due.isWhole();
    }

    Part part() {
      return new Part(weight.member(), weight.weight(), new Money(paid), carriedIn, shortBy());
    }
  }

  private static final Comparator<Line> BY_SHORTAGE = Comparator.comparing(Line::shortBy);

  private WeightedSplit() {}

  /**
   * The parts, in the order of the weights; they make the whole.
   *
   * @param whole the amount; not negative
   * @param weights who takes part; together more than nothing
   * @param carried what each is short of from before, in fen; who is not named, of nothing
   */
  static List<Part> of(Money whole, List<Weight> weights, Map<String, Rational> carried) {
    long all = weights.stream().mapToLong(Weight::weight).reduce(0, Math::addExact);
    Rational each = Rational.fenOf(whole).times(Rational.of(1, all));
    List<Line> lines = new ArrayList<>();
    for (Weight weight : weights) {
      Rational carriedIn = carried.getOrDefault(weight.member(), Rational.ZERO);
      Rational exact = each.times(Rational.of(weight.weight()));
      lines.add(new Line(lines.size(), weight, carriedIn, exact));
    }
    spread(whole, lines);
    return lines.stream().map(Line::part).toList();
  }

  private static void spread(Money whole, List<Line> lines) {
    long left = whole.fen() - lines.stream().mapToLong(line -> line.paid).sum();
    if (left > 0) {
      give(left, lines);
    } else if (left < 0) {
      takeBack(-left, lines);
    }
  }

  private static void give(long fen, List<Line> lines) {
    PriorityQueue<Line> mostShort =
        new PriorityQueue<>(BY_SHORTAGE.reversed().thenComparing(Line::place));
    mostShort.addAll(lines);
    for (long left = fen; left > 0; left--) {
      Line line = mostShort.remove();
      line.paid++;
      mostShort.add(line);
    }
  }

  private static void takeBack(long fen, List<Line> lines) {
    PriorityQueue<Line> leastShort = new PriorityQueue<>(BY_SHORTAGE.thenComparing(Line::place));
    lines.stream().filter(line -> line.isRounded() && line.paid > 0).forEach(leastShort::add);
    for (long left = fen; left > 0; left--) {
      Line line = leastShort.remove();
      line.paid--;
      if (line.paid > 0) {
        leastShort.add(line);
      }
    }
  }
}
