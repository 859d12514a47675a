package eco.exchange.bidding.envelope;

import eco.exchange.bidding.auction.Act.Opened.Unsealed;
import eco.exchange.bidding.auction.PriceLimit;
import eco.exchange.method.Offer;
import eco.exchange.method.Offer.Yearly;
import eco.exchange.money.Money;
import eco.exchange.money.Percentage;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * An offer with its nonce in bytes: price and rent in fen, the share in ppm, whether there are a
 * rent and a share, and the nonce. Always equally long, so that the length tells nothing.
 */
final class OfferBytes {

  static final int NONCE_BYTES = 32;
  static final int LENGTH = Long.BYTES + Long.BYTES + Integer.BYTES + 1 + NONCE_BYTES;

  private OfferBytes() {}

  static byte[] write(Unsealed unsealed) {
    Optional<Yearly> yearly = unsealed.offer().yearly();
    return ByteBuffer.allocate(LENGTH)
        .putLong(unsealed.offer().price().fen())
        .putLong(yearly.map(it -> it.rent().fen()).orElse(0L))
        .putInt(yearly.map(it -> it.share().ppm()).orElse(0))
        .put((byte) (yearly.isPresent() ? 1 : 0))
        .put(HexFormat.of().parseHex(unsealed.nonce()))
        .array();
  }

  /** Reads an offer; empty if these bytes are none, or one that the exchange would never settle. */
  static Optional<Unsealed> read(byte[] bytes) {
    if (bytes.length != LENGTH) {
      return Optional.empty();
    }
    ByteBuffer in = ByteBuffer.wrap(bytes);
    long price = in.getLong();
    long rent = in.getLong();
    int share = in.getInt();
    byte isYearly = in.get();
    byte[] nonce = new byte[NONCE_BYTES];
    in.get(nonce);
    if (!isSum(price) || !isSum(rent) || share < 0 || share > Percentage.WHOLE_PPM) {
      return Optional.empty();
    }
    Optional<Yearly> yearly =
        isYearly == 1
            ? Optional.of(new Yearly(new Money(rent), new Percentage(share)))
            : Optional.empty();
    Offer offer = new Offer(new Money(price), yearly);
    Unsealed unsealed = new Unsealed(offer, HexFormat.of().formatHex(nonce));
    return Optional.of(unsealed).filter(it -> Arrays.equals(write(it), bytes));
  }

  private static boolean isSum(long fen) {
    return fen >= 0 && fen <= PriceLimit.MAX.fen();
  }
}
