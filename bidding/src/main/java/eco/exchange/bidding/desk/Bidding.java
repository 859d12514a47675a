package eco.exchange.bidding.desk;

import eco.exchange.answer.Answer;
import eco.exchange.bidding.application.AdmissionListener;
import eco.exchange.bidding.auction.BidAnswer;
import eco.exchange.bidding.award.AwardDeadlines;
import eco.exchange.bidding.award.AwardStore;
import eco.exchange.bidding.live.AuctionView;
import eco.exchange.bidding.live.BoardTicker;
import eco.exchange.bidding.live.BoardUpdatingStore;
import eco.exchange.bidding.live.LiveBoard;
import eco.exchange.bidding.lot.BidStore;
import eco.exchange.bidding.lot.BidView;
import eco.exchange.bidding.lot.LotStore;
import eco.exchange.calendar.WorkingCalendar;
import eco.exchange.market.Page;
import eco.exchange.market.PartyId;
import eco.exchange.market.TradeId;
import eco.exchange.method.LotTerms;
import eco.exchange.rulebook.Rulebook;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Bidding on lots, from the schedule to the closing. Who may bid is behind the door before, {@code
 * Applications}; what becomes of a winner is behind the next, {@code Awards}.
 *
 * <p>A thing that was done before is answered as it was done, with no second effect; a refusal has
 * changed nothing. Who may call is the caller's to check.
 */
@ApplicationScoped
public class Bidding implements AdmissionListener {

  private final BidStore book;
  private final Clock clock;
  private final LotScheduler scheduler;
  private final LotQueues queues;
  private final AuctionTimer timer;
  private final LiveBoard board;
  private final BoardTicker ticker;

  @Inject
  Bidding(LotStore lots, BidStore book, AwardStore awards, Clock clock) {
    this(lots, book, awards, clock, System::nanoTime, LotQueues.WAITING_MAX);
  }

  Bidding(
      LotStore lots,
      BidStore book,
      AwardStore awards,
      Clock clock,
      LongSupplier nanos,
      int waitingMax) {
    this.book = book;
    this.clock = clock;
    AwardDeadlines deadlines =
        new AwardDeadlines(Rulebook.published(), WorkingCalendar.published());
    this.scheduler = new LotScheduler(lots, deadlines, clock);
    this.board = new LiveBoard(lots, awards, clock, nanos);
    this.ticker = new BoardTicker(board);
    LotStore shown = new BoardUpdatingStore(lots, board);
    this.queues = new LotQueues(shown, book, deadlines, clock, nanos, waitingMax);
    this.timer = new AuctionTimer(queues);
  }

  /**
   * Schedules the auction of a disclosed listing; again with the same terms changes nothing.
   *
   * @return the auction, or TERMS_INVALID, ALREADY_SCHEDULED
   */
  public Uni<Answer<AuctionView>> schedule(TradeId trade, PartyId transferor, LotTerms terms) {
    return scheduler
        .schedule(trade, transferor, terms)
        .map(answer -> answer.map(lot -> AuctionView.of(lot, Optional.empty(), clock.instant())));
  }

  /**
   * Places a bid, or does whatever else a bidder may do, and tells the answer once it is stored.
   *
   * <p>The same key and content again is answered as before. The Uni fails if the database does;
   * the outcome is then unknown until the same bid is placed again.
   */
  public Uni<BidAnswer> placeBid(PlaceBid bid) {
    return queues.place(bid);
  }

  /**
   * Does what the centre does at an auction: enters a floor or scores, or opens the sealed offers.
   * Stored and repeated as a bid is.
   */
  public Uni<BidAnswer> conduct(CentreAct act) {
    return queues.conduct(act);
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

  @Override
  public void admitted(TradeId trade) {
    queues.expectNewcomer(trade);
  }

  /** Starts the bell that closes lots when their time has come, and the live board. */
  public void start() {
    timer.start();
    ticker.start();
  }

  /** Stops the bell; the next start finds what it missed. */
  public void stop() {
    ticker.stop();
    timer.stop();
  }

  /** Rings the bell once; done when what follows from it is stored. */
  Uni<Void> ring() {
    return queues.ring();
  }

  /** The board of this node, for those who move it on by hand. */
  LiveBoard board() {
    return board;
  }

  private static int pageSize(int limit) {
    return Math.clamp(limit, 1, Page.LIMIT_MAX);
  }
}
