package eco.exchange.bidding.record;

import eco.exchange.bidding.auction.Act;
import eco.exchange.bidding.auction.Auction.Closed;
import eco.exchange.bidding.auction.AuctionStanding;
import eco.exchange.bidding.auction.BidAnswer;
import eco.exchange.bidding.auction.Ending;
import eco.exchange.bidding.auction.Ending.Rejected;
import eco.exchange.bidding.lot.RecordedAct;
import eco.exchange.market.TradeId;
import eco.exchange.method.LotTerms;
import eco.exchange.method.MethodTerms;
import eco.exchange.storage.RecordJson;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/**
 * A line of the record of a closed auction, in the form {@code eco.exchange/auction-record/1}: JSON
 * lines, of which the first is the head, the last the end, and each between them an act.
 */
sealed interface RecordLine {

  /** The name of the form. */
  String FORM = "eco.exchange/auction-record/1";

  /** How every record begins, so that a file is recognised by its first characters. */
  String BEGINNING = "{\"kind\":\"Head\",\"form\":\"" + FORM + "\"";

  RecordJson JSON =
      new RecordJson(RecordLine.class, Act.class, BidAnswer.class, Ending.class, MethodTerms.class);

  /**
   * The first line.
   *
   * @param applicants how many applied to bid; without any, the lot is closed before it opens
   * @param bidders how many were admitted; with two, nothing is sold by agreement
   */
  record Head(String form, TradeId trade, LotTerms terms, int applicants, int bidders)
      implements RecordLine {}

  /**
   * What somebody did, and was not refused.
   *
   * @param version the version of the lot that it made, rising from line to line
   * @param byCeiling whether the auction did it, for a sealed ceiling
   */
  record Entry(
      long version, String hand, boolean byCeiling, Act act, Instant placedAt, BidAnswer answer)
      implements RecordLine {

    static Entry of(RecordedAct act) {
      return new Entry(
          act.version(), act.name().hand(), act.isRaise(), act.act(), act.placedAt(), act.answer());
    }
  }

  /**
   * The last line.
   *
   * @param acts how many acts the record has
   * @param sha256 the digest of all lines before this one, each with its line feed, and of this one
   *     with no digest in it
   */
  record End(
      Instant closedAt,
      AuctionStanding standing,
      Ending ending,
      List<Rejected> rejected,
      long acts,
      String sha256)
      implements RecordLine {

    /** The end of a record whose lines up to here have passed this digest. */
    static End of(Closed closed, long acts, MessageDigest digest) {
      End bare =
          new End(closed.at(), closed.standing(), closed.ending(), closed.rejected(), acts, "");
      pass(bare.written(), digest);
      String sha256 = HexFormat.of().formatHex(digest.digest());
      return new End(
          closed.at(), closed.standing(), closed.ending(), closed.rejected(), acts, sha256);
    }
  }

  /** The line as it is written, without its line feed. */
  default String written() {
    return JSON.write(this);
  }

  /**
   * Reads a line.
   *
   * @throws RuntimeException if it is none
   */
  static RecordLine read(String line) {
    return JSON.read(RecordLine.class, line);
  }

  /** Passes a line on to a digest. */
  static void pass(String line, MessageDigest digest) {
    digest.update((line + "\n").getBytes(StandardCharsets.UTF_8));
  }

  /** A fresh digest. */
  static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
