package eco.exchange.rulebook;

import java.time.LocalDate;

/**
 * The numbers that hold for the centre as a whole and for no sale alone, from a day on; the source
 * of each stands beside it in {@code rulebook.json}.
 *
 * @param id the id of these rules, which is never given to others
 * @param validFrom the first day on which they hold
 * @param bankExceptionWorkingDays within how many working days somebody must have seen to an
 *     exception of the bank, or to a payment that is stuck, where the law sets no day (R-BANK-1)
 * @param runnerUpDepositWorkingDays within how many working days after bidding the deposit of the
 *     runner-up goes back at the latest, if the contract does not take effect sooner; as of the day
 *     of the notice, which says so in words (R-QUA-6-RUNNER-UP)
 */
public record CentreRules(
    String id, LocalDate validFrom, int bankExceptionWorkingDays, int runnerUpDepositWorkingDays) {

  /** Rejects a period of no length. */
  public CentreRules {
    if (bankExceptionWorkingDays < 1 || runnerUpDepositWorkingDays < 1) {
      throw new IllegalArgumentException(
          "a period of the centre's rules %s has no length".formatted(id));
    }
  }
}
