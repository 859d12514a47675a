package eco.exchange.tradefile.village;

import eco.exchange.market.NamedParty;
import eco.exchange.market.TradeId;
import eco.exchange.money.Money;
import eco.exchange.settlement.allotment.VillageLine;
import eco.exchange.settlement.arrears.RevenueDefaultView;
import eco.exchange.sharing.Income;
import eco.exchange.sharing.Occasion;
import eco.exchange.sharing.Principle;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The account of a village, for everybody to read: what it should have got and has got. No person
 * is in it.
 *
 * @param collective the village's collective
 * @param at the moment at which it was asked
 * @param due everything that contracts have given to it and its members so far
 * @param received of that, what the bank was ordered to pay
 * @param outstanding of that, what is still to be paid
 * @param late of that, what is late
 * @param lines distribution by distribution, oldest first
 * @param defaults what operators have not reported or paid in, of which the village gets a part
 */
public record VillageAccount(
    NamedParty collective,
    Instant at,
    Money due,
    Money received,
    Money outstanding,
    Money late,
    List<Line> lines,
    List<RevenueDefaultView> defaults) {

  /** Copies the lists. */
  public VillageAccount {
    lines = List.copyOf(lines);
    defaults = List.copyOf(defaults);
  }

  /**
   * One distribution to one payee of the village.
   *
   * @param trade the trade under whose contract it was shared
   * @param payee the key of the payee
   * @param name the payee's name in the contract
   * @param principle the ground on which it is paid
   * @param income the kind of income that was shared
   * @param occasion what the income was paid for
   * @param whole the whole income
   * @param due what the clauses gave
   * @param received what the bank was ordered to pay
   * @param outstanding what is still to be paid
   * @param state how far the payment has come
   * @param distributedAt when it was shared
   * @param dueAt the moment from which it is late
   * @param split how it was split among the members, if it was
   */
  public record Line(
      TradeId trade,
      String payee,
      String name,
      Principle principle,
      Income income,
      Occasion occasion,
      Money whole,
      Money due,
      Money received,
      Money outstanding,
      VillageLine.State state,
      Instant distributedAt,
      Instant dueAt,
      Optional<VillageLine.Split> split) {

    static Line of(VillageLine line, Instant now) {
      return new Line(
          line.contract().trade(),
          line.payee(),
          line.name(),
          line.principle(),
          line.income(),
          line.occasion(),
          line.whole(),
          line.due(),
          line.received(),
          line.outstanding(),
          line.state(now),
          line.distributedAt(),
          line.dueAt(),
          line.split());
    }

    /** The occasion in words, for example '2027 年度经营收入'. */
    public String occasionZh() {
      return income.zh(occasion);
    }

    /** Why it is not paid, in words. */
    public String whyNot() {
      return principle == Principle.VILLAGERS
          ? "成员名册尚未审定：名册须先公示、处理异议，再由中心审定，随后自动分到各户。"
          : "付款指令尚未发出。";
    }
  }

  static VillageAccount of(
      NamedParty collective,
      List<VillageLine> told,
      List<RevenueDefaultView> defaults,
      Instant now) {
    List<Line> lines = told.stream().map(line -> Line.of(line, now)).toList();
    return new VillageAccount(
        collective,
        now,
        sum(lines, Line::due),
        sum(lines, Line::received),
        sum(lines, Line::outstanding),
        sum(
            lines.stream().filter(line -> line.state() == VillageLine.State.LATE).toList(),
            Line::outstanding),
        lines,
        defaults);
  }

  private static Money sum(List<Line> lines, Function<Line, Money> amount) {
    return lines.stream().map(amount).reduce(Money.ZERO, Money::plus);
  }
}
