package eco.exchange.bidding.auction;

import eco.exchange.market.TradeId;
import eco.exchange.method.Offer;
import eco.exchange.method.Offer.Yearly;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The commitments of sealed offers, by which they are bound to lot and paddle before anybody can
 * read them.
 *
 * <p>A commitment is the SHA-256, in lower hexadecimal digits, of these lines in UTF-8, each ended
 * by a line feed: {@code eco.exchange/sealed-offer/1}, the code of the lot, the paddle, the price
 * in fen, the yearly rent in fen or {@code -}, the yearly share in ppm or {@code -}, and the nonce,
 * which keeps prices from being guessed.
 */
public final class Commitments {

  private static final String FORM = "eco.exchange/sealed-offer/1";
  private static final String NONE = "-";
  private static final Pattern NONCE = Pattern.compile("[0-9a-f]{32,128}");
  private static final Pattern COMMITMENT = Pattern.compile("[0-9a-f]{64}");

  private Commitments() {}

  /**
   * The commitment to an offer.
   *
   * @param nonce 32 to 128 random hexadecimal digits in lower case
   * @throws IllegalArgumentException if the nonce is no such number
   */
  public static String of(TradeId lot, String paddle, Offer offer, String nonce) {
    if (!isNonce(nonce)) {
      throw new IllegalArgumentException("a nonce has 32 to 128 of the characters 0-9a-f");
    }
    return sha256(
        List.of(
            FORM,
            lot.code(),
            paddle,
            Long.toString(offer.price().fen()),
            yearly(offer, it -> Long.toString(it.rent().fen())),
            yearly(offer, it -> Integer.toString(it.share().ppm())),
            nonce));
  }

  /** Whether a text can be the nonce of a commitment. */
  public static boolean isNonce(String text) {
    return NONCE.matcher(text).matches();
  }

  /** Whether a text can be a commitment. */
  public static boolean isCommitment(String text) {
    return COMMITMENT.matcher(text).matches();
  }

  private static String yearly(Offer offer, Function<Yearly, String> part) {
    return offer.yearly().map(part).orElse(NONE);
  }

  private static String sha256(List<String> lines) {
    String text = String.join("\n", lines) + "\n";
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
