package eco.exchange.sharing;

import eco.exchange.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The taker of what a step gives: a payee, or others who share it out again. */
public sealed interface Taker {

  /** The key of the payee, or the name of the group. */
  String name();

  /** The payee who is paid by this very step, if one is. */
  Optional<String> paid();

  /** The steps by which others share it out again; none if it ends here. */
  List<Step> steps();

  /** One payee. */
  record One(String payee) implements Taker {

    @Override
    public String name() {
      return payee;
    }

    @Override
    public Optional<String> paid() {
      return Optional.of(payee);
    }

    @Override
    public List<Step> steps() {
      return List.of();
    }
  }

  /** Several, by steps of their own. */
  record Group(String name, List<Step> steps) implements Taker {

    /** Copies the steps. */
    public Group {
      steps = List.copyOf(steps);
    }

    @Override
    public Optional<String> paid() {
      return Optional.empty();
    }
  }

  /**
   * A rural collective, which sets aside its funds (公积金、公益金) before its members get anything.
   *
   * @param name the name of the layer
   * @param roster how the members' part is split among them
   * @param steps the steps; the first pay the funds
   */
  record Collective(String name, Roster roster, List<Step> steps) implements Taker {

    /** Copies the steps. */
    public Collective {
      steps = List.copyOf(steps);
    }

    @Override
    public Optional<String> paid() {
      return Optional.empty();
    }
  }

  /**
   * The roster by which the members of a collective share what is theirs.
   *
   * @param rule what counts
   * @param on the record date: who is a member on that day is paid
   */
  record Roster(Rule rule, LocalDate on) {

    /** What counts when members share. */
    public enum Rule {
      /** 按股份: every share of the collective counts alike. */
      BY_SHARES("按股份"),
      /** 按人口: every member counts alike. */
      PER_HEAD("按人口"),
      /** 按户: every household counts alike, and is paid by whoever represents it. */
      PER_HOUSEHOLD("按户");

      private final String zh;

      Rule(String zh) {
        this.zh = zh;
      }

      /** The name as it is printed. */
      public String zh() {
        return zh;
      }
    }
  }

  /**
   * A payee until it has recovered a sum from this kind of income over all years; others after.
   *
   * @param payee the payee, usually who invested
   * @param until the sum
   * @param steps by which is shared what comes after, beginning with the rest of the year in which
   *     the sum is reached
   */
  record Recoup(String payee, Money until, List<Step> steps) implements Taker {

    /** Copies the steps. */
    public Recoup {
      steps = List.copyOf(steps);
    }

    @Override
    public String name() {
      return payee;
    }

    @Override
    public Optional<String> paid() {
      return Optional.of(payee);
    }
  }
}
