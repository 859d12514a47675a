package eco.exchange.bidding.desk;

import eco.exchange.answer.Answer;
import eco.exchange.bidding.application.Application;
import eco.exchange.bidding.application.ApplicationRules.Ruling;
import eco.exchange.bidding.application.ApplicationStore;
import eco.exchange.bidding.application.ApplicationView;
import eco.exchange.bidding.application.ApplicationView.State;
import eco.exchange.bidding.application.Applications;
import eco.exchange.bidding.application.Conflicts;
import eco.exchange.bidding.application.PaddleView;
import eco.exchange.bidding.application.PartyCheck;
import eco.exchange.bidding.application.PartyRegister;
import eco.exchange.bidding.application.RelationView;
import eco.exchange.bidding.auction.BidAnswer;
import eco.exchange.bidding.award.AwardDeadlines;
import eco.exchange.bidding.award.AwardStore;
import eco.exchange.bidding.ban.Bans;
import eco.exchange.bidding.live.AuctionView;
import eco.exchange.bidding.live.BoardTicker;
import eco.exchange.bidding.live.BoardUpdatingStore;
import eco.exchange.bidding.live.LiveBoard;
import eco.exchange.bidding.lot.BidStore;
import eco.exchange.bidding.lot.BidView;
import eco.exchange.bidding.lot.LotStore;
import eco.exchange.calendar.WorkingCalendar;
import eco.exchange.market.Actor;
import eco.exchange.market.ApplicationId;
import eco.exchange.market.Page;
import eco.exchange.market.PartyId;
import eco.exchange.market.TradeId;
import eco.exchange.method.LotTerms;
import eco.exchange.rulebook.Rulebook;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/**
 * Sells lots by bidding: from the application to the hammer. What becomes of a winner is behind the
 * next door, {@code Awards}.
 *
 * <p>A thing that was done before is answered as it was done, with no second effect; a refusal has
 * changed nothing. Who may call is the caller's to check; here it is checked that nobody acts in
 * the own case.
 */
@ApplicationScoped
public class Bidding {

  private final LotStore auctions;
  private final BidStore book;
  private final ApplicationStore applications;
  private final AwardStore awards;
  private final Clock clock;
  private final LotScheduler scheduling;
  private final Applications registrar;
  private final LotQueues house;
  private final AuctionTimer bell;
  private final LiveBoard board;
  private final BoardTicker hand;

  @Inject
  Bidding(
      LotStore auctions,
      BidStore book,
      ApplicationStore applications,
      AwardStore awards,
      PartyRegister register,
      Bans bans,
      Clock clock) {
    this(
        auctions,
        book,
        applications,
        awards,
        new PartyCheck(register, bans),
        clock,
        System::nanoTime,
        new SecureRandom(),
        LotQueues.WAITING_MAX);
  }

  Bidding(
      LotStore auctions,
      BidStore book,
      ApplicationStore applications,
      AwardStore awards,
      PartyCheck vetting,
      Clock clock,
      LongSupplier nanos,
      RandomGenerator random,
      int waitingMax) {
    this.auctions = auctions;
    this.book = book;
    this.applications = applications;
    this.awards = awards;
    this.clock = clock;
    AwardDeadlines deadlines =
        new AwardDeadlines(Rulebook.published(), WorkingCalendar.published());
    this.scheduling = new LotScheduler(auctions, deadlines, this.clock);
    this.registrar = new Applications(auctions, applications, vetting, this.clock, random);
    this.board = new LiveBoard(auctions, awards, this.clock, nanos);
    this.hand = new BoardTicker(board);
    LotStore shown = new BoardUpdatingStore(auctions, board);
    this.house = new LotQueues(shown, book, deadlines, this.clock, nanos, waitingMax);
    this.bell = new AuctionTimer(house);
  }

  /**
   * Schedules the auction of a disclosed listing; again with the same terms changes nothing.
   *
   * @return the auction, or TERMS_INVALID, ALREADY_SCHEDULED
   */
  public Uni<Answer<AuctionView>> schedule(TradeId trade, PartyId transferor, LotTerms terms) {
    return scheduling
        .schedule(trade, transferor, terms)
        .map(answer -> answer.map(lot -> AuctionView.of(lot, Optional.empty(), clock.instant())));
  }

  /**
   * Applies to bid, for the party of the actor (R-QUA-1).
   *
   * @return the application, or NO_SUCH_LOT, or every reason of PAPERS_INVALID, RELATED_INVALID,
   *     BANNED, CONFLICT_OF_INTEREST, ALREADY_APPLIED, APPLICATIONS_CLOSED
   */
  public Uni<Answer<ApplicationView>> apply(Application application, Actor applicant) {
    return registrar.apply(application, applicant);
  }

  /**
   * Finds that an applicant meets the published conditions (R-QUA-2).
   *
   * @param rank the rank of the right of priority, if one was claimed and is confirmed
   * @return the application, or NO_SUCH_APPLICATION, or every reason of OPINION_INVALID,
   *     RANK_INVALID, CONFLICT_OF_INTEREST, OWN_CASE, APPLICATION_WITHDRAWN, ALREADY_DECIDED,
   *     LOT_CLOSED
   */
  public Uni<Answer<ApplicationView>> qualify(
      ApplicationId id, String opinion, Optional<Integer> rank, Actor officer) {
    return registrar.decide(id, new Ruling(State.QUALIFIED, opinion, rank, officer));
  }

  /** Finds that an applicant does not meet the published conditions; refused as qualifying is. */
  public Uni<Answer<ApplicationView>> reject(ApplicationId id, String opinion, Actor officer) {
    return registrar.decide(id, new Ruling(State.REJECTED, opinion, Optional.empty(), officer));
  }

  /**
   * Takes an application back for good, while applications are taken; its paddle goes with it.
   *
   * @return the application, or NO_SUCH_APPLICATION, or every reason of WITHDRAWAL_CLOSED,
   *     ALREADY_DECIDED
   */
  public Uni<Answer<ApplicationView>> withdraw(ApplicationId id, Actor applicant) {
    return registrar.withdraw(id, applicant);
  }

  /**
   * Admits a qualified bidder whose deposit is held, under a random paddle, which shows a right of
   * priority that was confirmed. The bidder may bid at once on this node, on another 150 ms later.
   *
   * @return the paddle, or NO_SUCH_LOT, or every reason of BANNED, CONFLICT_OF_INTEREST,
   *     APPLICATION_WITHDRAWN, NOT_QUALIFIED, LOT_CLOSED
   */
  public Uni<Answer<PaddleView>> admit(TradeId trade, PartyId bidder) {
    return registrar.admit(trade, bidder).invoke(() -> house.expectNewcomer(trade));
  }

  /**
   * Places a bid, or does whatever else a bidder may do, and tells the answer once it is stored.
   *
   * <p>The same key and content again is answered as before. The Uni fails if the database does;
   * the outcome is then unknown until the same bid is placed again.
   */
  public Uni<BidAnswer> placeBid(PlaceBid bid) {
    return house.place(bid);
  }

  /**
   * Does what the centre does at an auction: enters a floor or scores, or opens the sealed offers.
   * Stored and repeated as a bid is.
   */
  public Uni<BidAnswer> conduct(CentreAct conduct) {
    return house.conduct(conduct);
  }

  /**
   * The auction as anybody may see it. Every bid that this node has answered is in it, and every
   * bid that another node answered half a second ago or earlier.
   */
  public Uni<Optional<AuctionView>> auction(TradeId trade) {
    return board.auction(trade);
  }

  /**
   * The auction as it stands, and again whenever it has changed, at most each 80 ms: what happened
   * in between is told once. Each ten seconds it is told although nothing has changed. Ends after
   * the closed state; at once if there is no such lot.
   */
  public Multi<AuctionView> watch(TradeId trade) {
    return board.watch(trade);
  }

  /** The public log: accepted bids after a number, in order; no more than a page. */
  public Uni<List<BidView>> bids(TradeId trade, long after, int limit) {
    return book.log(trade, after, pageSize(limit));
  }

  /** A bidder's own paddle. */
  public Uni<Optional<PaddleView>> paddleOf(TradeId trade, PartyId bidder) {
    return applications.paddle(trade, bidder);
  }

  /** An application, for the applicant and the centre. */
  public Uni<Optional<ApplicationView>> application(ApplicationId id) {
    return applications.application(id);
  }

  /** The applications for a lot, for the centre, in the order in which they came. */
  public Uni<Page<ApplicationView>> applications(TradeId trade, Optional<String> after, int limit) {
    return applications.ofTrade(trade, after, pageSize(limit));
  }

  /** The applicants for a lot that belong together by what they have declared, for the centre. */
  public Uni<List<RelationView>> relations(TradeId trade) {
    return applications.standing(trade).map(Conflicts::amongApplicants);
  }

  /** A party's own applications, in the order in which they came. */
  public Uni<Page<ApplicationView>> applicationsOf(
      PartyId bidder, Optional<String> after, int limit) {
    return applications.ofBidder(bidder, after, pageSize(limit));
  }

  /** Starts the bell that closes lots when their time has come, and the live board. */
  public void start() {
    bell.start();
    hand.start();
  }

  /** Stops the bell; the next start finds what it missed. */
  public void stop() {
    hand.stop();
    bell.stop();
  }

  /** Rings the bell once; done when what follows from it is stored. */
  Uni<Void> ring() {
    return house.ring();
  }

  /** The board of this node, for those who move it on by hand. */
  LiveBoard board() {
    return board;
  }

  private static int pageSize(int limit) {
    return Math.clamp(limit, 1, Page.LIMIT_MAX);
  }
}
