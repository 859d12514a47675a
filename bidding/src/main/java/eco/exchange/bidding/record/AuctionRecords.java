package eco.exchange.bidding.record;

import eco.exchange.answer.Answer;
import eco.exchange.bidding.auction.Auction.Closed;
import eco.exchange.bidding.lot.BidStore;
import eco.exchange.bidding.lot.BidStore.Mark;
import eco.exchange.bidding.lot.BiddingRefusal;
import eco.exchange.bidding.lot.Lot;
import eco.exchange.bidding.lot.LotStore;
import eco.exchange.bidding.lot.RecordedAct;
import eco.exchange.market.TradeId;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The full records of closed auctions: all that was done and not refused, with the ceilings and
 * envelopes that were secret while it lasted, in a form that anybody can play again.
 *
 * <p>A door of its own, for those who check; it changes nothing.
 */
@ApplicationScoped
public class AuctionRecords {

  private static final int PAGE = 1_000;

  private final LotStore lots;
  private final BidStore book;

  public AuctionRecords(LotStore lots, BidStore book) {
    this.lots = lots;
    this.book = book;
  }

  /**
   * The record of an auction, line by line, each with its line feed. It is read a page at a time as
   * it is asked for, so that a million acts need no more memory than a page.
   *
   * @return the lines, or NO_SUCH_LOT, LOT_NOT_CLOSED
   */
  public Uni<Answer<Multi<String>>> record(TradeId trade) {
    return lots.lot(trade).map(lot -> record(trade, lot));
  }

  private Answer<Multi<String>> record(TradeId trade, Optional<Lot> lot) {
    if (lot.isEmpty()) {
      return Answer.refused(BiddingRefusal.NO_SUCH_LOT, "there is no lot " + trade);
    }
    return lot.get().auction() instanceof Closed closed
        ? Answer.done(Multi.createFrom().deferred(() -> lines(lot.get(), closed)))
        : Answer.refused(
            BiddingRefusal.LOT_NOT_CLOSED, "bidding on %s is not over".formatted(trade));
  }

  private Multi<String> lines(Lot lot, Closed closed) {
    MessageDigest digest = RecordLine.digest();
    AtomicLong count = new AtomicLong();
    RecordLine head =
        new RecordLine.Head(
            RecordLine.FORM, lot.trade(), closed.terms(), lot.applicants(), lot.paddles().size());
    Multi<String> body =
        Multi.createBy()
            .concatenating()
            .streams(
                Multi.createFrom().item(head),
                acts(lot.trade()).onItem().invoke(count::incrementAndGet))
            .map(RecordLine::written)
            .onItem()
            .invoke(line -> RecordLine.pass(line, digest));
    Multi<String> end =
        Multi.createFrom()
            .deferred(
                () ->
                    Multi.createFrom()
                        .item(RecordLine.End.of(closed, count.get(), digest).written()));
    return Multi.createBy().concatenating().streams(body, end).map(line -> line + "\n");
  }

  private Multi<RecordLine> acts(TradeId trade) {
    return Multi.createBy()
        .repeating()
        .uni(() -> new Reading(trade), Reading::page)
        .until(List::isEmpty)
        .onItem()
        .transformToMultiAndConcatenate(page -> Multi.createFrom().iterable(page))
        .map(RecordLine.Entry::of);
  }

  /** Somebody who reads a book page by page. */
  private final class Reading {
    private final TradeId trade;
    private Mark mark = Mark.BEGINNING;

    Reading(TradeId trade) {
      this.trade = trade;
    }

    Uni<List<RecordedAct>> page() {
      return book.record(trade, mark, PAGE)
          .invoke(page -> page.forEach(act -> mark = mark.past(act)));
    }
  }
}
