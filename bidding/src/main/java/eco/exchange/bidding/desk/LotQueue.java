package eco.exchange.bidding.desk;

import eco.exchange.bidding.auction.Act;
import eco.exchange.bidding.auction.BidAnswer;
import eco.exchange.bidding.auction.BidRefusal;
import eco.exchange.bidding.lot.ActBatch.Arrival;
import eco.exchange.market.PartyId;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The queue of one lot, in which acts are taken in order and handed on in batches.
 *
 * <p>One batch is under way at a time. What arrives meanwhile gathers and is the next batch, so
 * that batches grow with the load by themselves. The bell stands in the same queue as the bids.
 *
 * <p>It is no {@code GroupCommit}: that would try each act of a failed batch again by itself, where
 * the committer has tried them all several times; and a bid is stamped as it takes its place here,
 * while there still is one.
 */
final class LotQueue {

  private record Batch(List<QueuedAct> bids, List<UniEmitter<? super Void>> bells) {
    Batch() {
      this(new ArrayList<>(), new ArrayList<>());
    }

    boolean isEmpty() {
      return bids.isEmpty() && bells.isEmpty();
    }

    void done() {
      bells.forEach(bell -> bell.complete(null));
    }

    void failed(Throwable failure) {
      bids.forEach(waiting -> waiting.answer().fail(failure));
      bells.forEach(bell -> bell.fail(failure));
    }
  }

  private final LotCommitter committer;
  private final Clock clock;
  private final int waitingMax;

  // All three are guarded by this.
  private Batch gathering = new Batch();
  private Instant latest = Instant.MIN;
  private boolean underWay;

  /**
   * A queue in which nobody waits yet.
   *
   * @param committer takes its batches
   * @param clock stamps the bids
   * @param waitingMax how many bids may wait; to one more the queue is busy
   */
  LotQueue(LotCommitter committer, Clock clock, int waitingMax) {
    this.committer = committer;
    this.clock = clock;
    this.waitingMax = waitingMax;
  }

  /**
   * Takes an act; the answer comes when it is stored.
   *
   * @param bidder who acts; empty is the centre
   * @param isConfirmed whether a price far over the last one is meant
   */
  Uni<BidAnswer> take(Optional<PartyId> bidder, Act act, String key, boolean isConfirmed) {
    return Uni.createFrom()
        .emitter(
            answer -> {
              if (gather(bidder, act, key, isConfirmed, answer)) {
                workIfIdle();
              } else {
                answer.complete(
                    new BidAnswer.Refused(BidRefusal.BUSY, "too many bids wait, try in a second"));
              }
            });
  }

  /** Rings the bell, which closes the lot if its time has come; done when that is stored. */
  Uni<Void> ring() {
    return Uni.createFrom()
        .emitter(
            rung -> {
              gather(rung);
              workIfIdle();
            });
  }

  /** Takes note that somebody was admitted on this node, who may bid at once. */
  void expectNewcomer() {
    committer.expectNewcomer();
  }

  // A bid is stamped when it is taken, and never earlier than the bid taken before it.
  private synchronized boolean gather(
      Optional<PartyId> bidder,
      Act act,
      String key,
      boolean isConfirmed,
      UniEmitter<? super BidAnswer> answer) {
    if (gathering.bids().size() >= waitingMax) {
      return false;
    }
    Instant now = clock.instant();
    latest = now.isBefore(latest) ? latest : now;
    Arrival arrival = new Arrival(bidder, act, key, isConfirmed, latest);
    return gathering.bids().add(new QueuedAct(arrival, answer));
  }

  private synchronized void gather(UniEmitter<? super Void> rung) {
    gathering.bells().add(rung);
  }

  private void workIfIdle() {
    Batch batch = next(false);
    if (!batch.isEmpty()) {
      work(batch);
    }
  }

  private void work(Batch batch) {
    committer
        .judgeAndCommit(batch.bids())
        .subscribe()
        .with(
            settled -> {
              batch.done();
              goOn();
            },
            failure -> {
              batch.failed(failure);
              goOn();
            });
  }

  private void goOn() {
    Batch batch = next(true);
    if (!batch.isEmpty()) {
      work(batch);
    }
  }

  /** The batch to work on now; empty if there is none, or another is under way. */
  private synchronized Batch next(boolean finished) {
    if (underWay && !finished) {
      return new Batch();
    }
    Batch batch = gathering;
    gathering = new Batch();
    underWay = !batch.isEmpty();
    return batch;
  }
}
