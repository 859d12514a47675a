package eco.exchange.settlement.movement;

import java.util.List;
import java.util.Optional;

/** What a line of a message tells: a new movement, a known one once more, or nothing certain. */
public sealed interface MovementMatch {

  /**
   * A movement that no message has told before.
   *
   * @param movement the movement
   * @param told the number of a known movement that was told in one sum, of which this is a part
   * @param takesBack the numbers of the movements that it takes back, if it takes any back
   */
  record First(KnownMovement movement, Optional<String> told, List<String> takesBack)
      implements MovementMatch {

    /** Copies the numbers. */
    public First {
      takesBack = List.copyOf(takesBack);
    }
  }

  /**
   * A known movement.
   *
   * @param movement what is known of it, with what is told now
   * @param isFuller whether that is more than was known
   * @param takesBack the numbers of the movements that it takes back, if that is known only now
   */
  record Again(KnownMovement movement, boolean isFuller, List<String> takesBack)
      implements MovementMatch {

    /** Copies the numbers. */
    public Again {
      takesBack = List.copyOf(takesBack);
    }
  }

  /** The sum of movements that are known one by one. */
  record Sum(List<KnownMovement> movements) implements MovementMatch {

    /** Copies the movements. */
    public Sum {
      movements = List.copyOf(movements);
    }
  }

  /** What moves nothing. */
  record Nothing() implements MovementMatch {}

  /**
   * What a person must ask the bank about.
   *
   * @param why the code of the reason, and what was told
   */
  record Unclear(String why) implements MovementMatch {

    Unclear(LineDispute reason, String detail) {
      this(reason.told(detail));
    }
  }
}
