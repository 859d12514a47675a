package eco.exchange.bidding.desk;

import eco.exchange.bidding.auction.Auction.Closed;
import eco.exchange.bidding.auction.BidAnswer.Refused;
import eco.exchange.bidding.auction.BidRefusal;
import eco.exchange.bidding.award.AwardDeadlines;
import eco.exchange.bidding.lot.ActBatch;
import eco.exchange.bidding.lot.BidStore;
import eco.exchange.bidding.lot.CommitResult;
import eco.exchange.bidding.lot.Lot;
import eco.exchange.bidding.lot.LotResult;
import eco.exchange.bidding.lot.LotStore;
import eco.exchange.bidding.lot.RecordedAct;
import eco.exchange.bidding.lot.RecordedAct.Name;
import eco.exchange.market.TradeId;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The committer of one lot: batches are judged, committed, and only then answered.
 *
 * <p>A batch is folded onto the lot as it is remembered here, and committed in one statement that
 * names the version it judged. If the lot has moved on, by another node, it is read and judged
 * again; so any number of nodes may serve a lot, and their order is the order of the commits. If
 * nobody knows whether a commit stands, the same is done: what stands is found by the names of its
 * bids, and is answered from the book.
 */
final class LotCommitter {

  /** How long somebody whom another node has just admitted may be unknown here. */
  static final Duration NEWCOMERS_WAIT = Duration.ofMillis(150);

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration PAUSE = Duration.ofMillis(50);
  private static final int RETRIES = 5;

  private final TradeId trade;
  private final LotStore lots;
  private final BidStore book;
  private final AwardDeadlines deadlines;
  private final Clock clock;
  private final LongSupplier nanos;
  private final Runnable forget;

  // Touched by the one batch under way; null if the lot must be read.
  private volatile @Nullable Lot remembered;

  // When the lot was last read, in real time; empty if somebody was admitted since.
  private volatile OptionalLong lookedAt = OptionalLong.empty();

  /**
   * The committer of a lot of which it knows nothing yet.
   *
   * @param clock tells the time of the market
   * @param nanos tells real time, in which newcomers are looked for now and then
   * @param forget is run when there is nothing to remember: no such lot, or one that is closed
   */
  LotCommitter(
      TradeId trade,
      LotStore lots,
      BidStore book,
      AwardDeadlines deadlines,
      Clock clock,
      LongSupplier nanos,
      Runnable forget) {
    this.trade = trade;
    this.lots = lots;
    this.book = book;
    this.deadlines = deadlines;
    this.clock = clock;
    this.nanos = nanos;
    this.forget = forget;
  }

  /** Judges a batch and lets the bell ring after it; every bid is answered when it is done. */
  Uni<Void> judgeAndCommit(List<QueuedAct> bids) {
    return Uni.createFrom()
        .deferred(() -> judge(bids))
        .onFailure()
        .invoke(() -> remembered = null)
        .onFailure()
        .retry()
        .withBackOff(PAUSE)
        .atMost(RETRIES);
  }

  private Uni<Void> judge(List<QueuedAct> bids) {
    return look(bids)
        .chain(lot -> lot.map(found -> play(found, bids)).orElseGet(() -> missing(bids)));
  }

  /** Takes note that somebody was admitted on this node, who may bid at once. */
  void expectNewcomer() {
    lookedAt = OptionalLong.empty();
  }

  /** The lot as remembered; a bidder who is not in it may have been admitted since. */
  private Uni<Optional<Lot>> look(List<QueuedAct> bids) {
    Lot lot = remembered;
    boolean knowsEnough =
        lot != null
            && (hasLookedLately()
                || bids.stream().allMatch(waiting -> name(lot, waiting).isPresent()));
    if (knowsEnough) {
      return Uni.createFrom().item(Optional.ofNullable(lot));
    }
    // Noted before it is done, so that whoever is admitted meanwhile is looked for again.
    lookedAt = OptionalLong.of(nanos.getAsLong());
    return lots.lot(trade).ifNoItem().after(PATIENCE).fail();
  }

  // Otherwise whoever bids without a paddle would make it read the lot for each batch.
  private boolean hasLookedLately() {
    OptionalLong at = lookedAt;
    return at.isPresent() && nanos.getAsLong() - at.getAsLong() < NEWCOMERS_WAIT.toNanos();
  }

  private Uni<Void> missing(List<QueuedAct> bids) {
    forget.run();
    Refused missing = new Refused(BidRefusal.NO_SUCH_LOT, "there is no lot " + trade);
    bids.forEach(waiting -> waiting.answer().complete(missing));
    return Uni.createFrom().voidItem();
  }

  private Uni<Void> play(Lot lot, List<QueuedAct> bids) {
    ActBatch batch =
        ActBatch.of(
            lot,
            bids.stream().map(QueuedAct::arrival).toList(),
            clock.instant(),
            deadlines.bounds(lot.auction().terms()));
    Uni<CommitResult> commitment = batch.isIdle() ? compare(lot, bids) : commit(batch);
    return commitment
        .ifNoItem()
        .after(PATIENCE)
        .fail()
        .chain(
            outcome ->
                switch (outcome) {
                  case CommitResult.Made made -> answer(batch, bids);
                  case CommitResult.Outrun outrun -> {
                    remembered = null;
                    yield judge(bids);
                  }
                  case CommitResult.Repeated repeated -> judge(left(lot, bids, repeated.acts()));
                });
  }

  private Uni<CommitResult> commit(ActBatch batch) {
    Lot after = batch.after();
    Optional<LotResult> result =
        !batch.before().isClosed() && after.auction() instanceof Closed closed
            ? Optional.of(LotResult.of(after, closed, publicityEndsAt(closed)))
            : Optional.empty();
    return lots.commit(batch, result);
  }

  private Instant publicityEndsAt(Closed closed) {
    return deadlines.publicityEndsAt(closed.terms(), closed.at());
  }

  /** There is nothing to write, but what was written before must be answered as before. */
  private Uni<CommitResult> compare(Lot lot, List<QueuedAct> bids) {
    List<Name> names =
        bids.stream().flatMap(waiting -> name(lot, waiting).stream()).distinct().toList();
    if (names.isEmpty()) {
      return Uni.createFrom().item(new CommitResult.Made());
    }
    return book.recorded(trade, names)
        .map(found -> found.isEmpty() ? new CommitResult.Made() : new CommitResult.Repeated(found));
  }

  private Uni<Void> answer(ActBatch batch, List<QueuedAct> bids) {
    remembered = batch.after();
    if (batch.after().isClosed()) {
      forget.run();
    }
    for (int i = 0; i < bids.size(); i++) {
      bids.get(i).answer().complete(batch.answers().get(i));
    }
    return Uni.createFrom().voidItem();
  }

  /** Answers the bids that stand in the book, and tells the others. */
  private static List<QueuedAct> left(Lot lot, List<QueuedAct> bids, List<RecordedAct> book) {
    Map<Name, RecordedAct> found =
        book.stream().collect(Collectors.toMap(RecordedAct::name, Function.identity()));
    List<QueuedAct> left = new ArrayList<>();
    for (QueuedAct waiting : bids) {
      Optional<RecordedAct> recorded =
          name(lot, waiting).flatMap(name -> Optional.ofNullable(found.get(name)));
      recorded.ifPresentOrElse(
          act -> waiting.answer().complete(act.answerTo(waiting.arrival().act())),
          () -> left.add(waiting));
    }
    return left;
  }

  private static Optional<Name> name(Lot lot, QueuedAct waiting) {
    return ActBatch.name(lot, waiting.arrival());
  }
}
