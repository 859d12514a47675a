package eco.exchange.settlement.allotment;

import eco.exchange.money.Money;
import eco.exchange.money.Rational;
import eco.exchange.settlement.distribution.DistributionView;
import eco.exchange.settlement.roster.RosterId;
import eco.exchange.sharing.Income;
import eco.exchange.sharing.Occasion;
import java.time.Instant;
import java.util.List;

/**
 * The allotment of the members' part of one distribution. The parts make the whole, to the fen.
 *
 * @param roster the fixed roster by which it was split
 * @param rosterHash the SHA-256 of that roster
 * @param income the kind of income that was shared
 * @param occasion what the income was paid for
 * @param whole what the members got together
 * @param parts what each got, in the order of the roster
 * @param at when
 */
public record AllotmentView(
    RosterId roster,
    String rosterHash,
    Income income,
    Occasion occasion,
    Money whole,
    List<Part> parts,
    Instant at) {

  /** Copies the list. */
  public AllotmentView {
    parts = List.copyOf(parts);
  }

  /** The key under which it is kept, for example 'E...M-V1/REVENUE/2027/villagers'. */
  public String key() {
    return distribution() + "/" + roster.payee();
  }

  /** The key of the distribution of which it is a part. */
  public String distribution() {
    return DistributionView.key(roster.contract(), income, occasion);
  }

  /**
   * What one member got.
   *
   * @param member its number on the roster
   * @param weight what counted for it: one head, its shares, or one household
   * @param amount what it got
   * @param carriedIn what it was short of before, in fen, negative if it was ahead
   * @param carry what it is short of now, which enters the next allotment of this income
   */
  public record Part(
      String member, long weight, Money amount, Rational carriedIn, Rational carry) {}
}
