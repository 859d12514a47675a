package eco.exchange.bidding;

import eco.exchange.market.Actor;
import eco.exchange.market.Answer;
import eco.exchange.market.ApplicationId;
import eco.exchange.market.LotTerms;
import eco.exchange.market.Page;
import eco.exchange.market.PartyId;
import eco.exchange.market.TradeId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Sells lots by bidding: from the application to the approved award. The only door here. */
@ApplicationScoped
public class Bidding {

  Bidding() {}

  /** Schedules the auction of a disclosed listing; again with the same terms changes nothing. */
  public Uni<Answer<AuctionView>> schedule(TradeId trade, PartyId transferor, LotTerms terms) {
    return unbuilt();
  }

  /** Applies to bid, for the party of the actor. */
  public Uni<Answer<ApplicationView>> apply(Application application, Actor applicant) {
    return unbuilt();
  }

  /** Finds that an applicant meets the published conditions. */
  public Uni<Answer<ApplicationView>> qualify(ApplicationId id, String opinion, Actor officer) {
    return unbuilt();
  }

  /** Finds that an applicant does not meet the published conditions. */
  public Uni<Answer<ApplicationView>> reject(ApplicationId id, String opinion, Actor officer) {
    return unbuilt();
  }

  /** Admits a qualified bidder whose deposit is held, under a random paddle. */
  public Uni<Answer<PaddleView>> admit(TradeId trade, PartyId bidder) {
    return unbuilt();
  }

  /** Places a bid and says, once it is stored, whether it leads. */
  public Uni<BidAnswer> placeBid(PlaceBid bid) {
    return unbuilt();
  }

  /** Approves an award after its publicity, by four eyes. */
  public Uni<Answer<AwardView>> approveAward(TradeId trade, Actor reviewer, Actor approver) {
    return unbuilt();
  }

  /** Refuses an award, with an opinion; nobody gets the lot. */
  public Uni<Answer<AwardView>> refuseAward(TradeId trade, String opinion, Actor officer) {
    return unbuilt();
  }

  /** The auction as anybody may see it. */
  public Uni<Optional<AuctionView>> auction(TradeId trade) {
    return unbuilt();
  }

  /** The public log: accepted bids after a number, in order; no more than a page. */
  public Uni<List<BidView>> bids(TradeId trade, long after, int limit) {
    return unbuilt();
  }

  /** A bidder's own paddle. */
  public Uni<Optional<PaddleView>> bidderOf(TradeId trade, PartyId bidder) {
    return unbuilt();
  }

  /** An application, for the applicant and the centre. */
  public Uni<Optional<ApplicationView>> application(ApplicationId id) {
    return unbuilt();
  }

  /** The applications for a lot, for the centre. */
  public Uni<Page<ApplicationView>> applications(TradeId trade, Optional<String> after, int limit) {
    return unbuilt();
  }

  /** A party's own applications. */
  public Uni<Page<ApplicationView>> applicationsOf(
      PartyId bidder, Optional<String> after, int limit) {
    return unbuilt();
  }

  /** The award of a lot, once there is a winner. */
  public Uni<Optional<AwardView>> award(TradeId trade) {
    return unbuilt();
  }

  /** Starts the bell that closes lots when their time has come; overdue ones at once. */
  public void start() {}

  /** Stops the bell; the next start finds what it missed. */
  public void stop() {}

  private static <T> Uni<T> unbuilt() {
    return Uni.createFrom().failure(new UnsupportedOperationException("not built yet"));
  }
}
