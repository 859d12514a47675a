package eco.exchange.bidding.lot;

import eco.exchange.bidding.auction.Act;
import eco.exchange.bidding.auction.Auction;
import eco.exchange.bidding.auction.Auction.Outcome;
import eco.exchange.bidding.auction.Auction.Outcome.Raise;
import eco.exchange.bidding.auction.BidAnswer;
import eco.exchange.bidding.auction.BidRefusal;
import eco.exchange.bidding.auction.PlacedAct;
import eco.exchange.market.TradeId;
import java.time.Instant;

/**
 * An act in the book of its lot, with the answer that was given.
 *
 * <p>Accepted or refused, every act that an auction has judged stands here, so that the same key is
 * answered the same for ever. What was never judged does not: an act without a paddle, and an act
 * on a closed lot, whose answer cannot change any more.
 *
 * @param version the version of the lot that the act made
 * @param name the name that whoever acted gave it
 * @param act what was done
 * @param placedAt when it counts as done
 * @param answer what was told
 */
public record RecordedAct(long version, Name name, Act act, Instant placedAt, BidAnswer answer) {

  /** What identifies an act in its lot: the hand, which is a paddle or the centre, and its key. */
  public record Name(String hand, String key) {}

  // A key that a caller chooses has no blank, so nobody can take such a name beforehand.
  private static final String RAISE = "raise ";

  /** A bid that the auction made for a sealed ceiling. */
  static RecordedAct of(Raise raise, long version, Instant placedAt) {
    return new RecordedAct(
        version,
        new Name(raise.paddle(), RAISE + version),
        new Act.Bid(raise.price()),
        placedAt,
        new BidAnswer.Accepted(raise.seq(), raise.price(), placedAt, raise.closesAt()));
  }

  /** Whether the auction itself made this bid. */
  public boolean isRaise() {
    return isRaise(name.key());
  }

  static boolean isRaise(String key) {
    return key.startsWith(RAISE);
  }

  /**
   * The auction after this act, by the rules; what it makes the auction bid is part of it.
   *
   * @throws IllegalStateException if the rules answer otherwise than the book
   */
  Auction judgedAgain(TradeId lot, Auction before) {
    Outcome outcome = before.judge(new PlacedAct(name.hand(), act, placedAt));
    if (!outcome.answer().equals(answer)) {
      throw new IllegalStateException(
          "version %d of %s was answered %s, by the rules it is %s"
              .formatted(version, lot, answer, outcome.answer()));
    }
    return outcome.next();
  }

  /** What is told when an act comes again under this name. */
  public BidAnswer answerTo(Act again) {
    return again.equals(act)
        ? answer
        : new BidAnswer.Refused(BidRefusal.KEY_REUSED, "the key was used for another act");
  }
}
