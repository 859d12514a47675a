package eco.exchange.bidding.application;

import eco.exchange.bidding.ban.Bans;
import eco.exchange.bidding.lot.LotStore;
import java.time.Clock;
import java.util.Random;

/** Applications whose paddles are drawn alike in each run. */
public final class SeededApplications {

  private SeededApplications() {}

  public static Applications of(
      LotStore lots,
      ApplicationStore applications,
      PartyRegister register,
      Bans bans,
      AdmissionListener listener,
      Clock clock) {
    PartyCheck check = new PartyCheck(register, bans);
    return new Applications(lots, applications, check, listener, clock, new Random(7));
  }
}
