package eco.exchange.bidding.envelope;

import eco.exchange.bidding.auction.Act.Opened;
import eco.exchange.bidding.auction.Act.Opened.Unsealed;
import eco.exchange.bidding.auction.Commitments;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The opening of envelopes with the shares of two holders.
 *
 * @param keys the keys of the lot
 */
public record EnvelopeOpener(LotKeys keys) {

  private static final HexFormat HEX = HexFormat.of();
  private static final Pattern SHARE =
      Pattern.compile("[0-9a-f]{%d}".formatted(2 * ContentKey.KEY_BYTES));

  /** What is wrong with an envelope that can be seen before it is opened. */
  public Optional<EnvelopeFault> fault(SealedOffer sealed) {
    Optional<Envelope> envelope = Envelope.read(sealed.envelope());
    return envelope.isEmpty()
        ? Optional.of(EnvelopeFault.MALFORMED)
        : envelope.get().fault(sealed.lot(), sealed.paddle(), keys);
  }

  /** Whether this is the share that the bidder gave a holder. */
  public boolean isShare(SealedOffer sealed, Holder holder, String share) {
    return SHARE.matcher(share).matches()
        && Envelope.read(sealed.envelope())
            .filter(it -> Sha256Hex.of(HEX.parseHex(share)).equals(it.share(holder).digest()))
            .isPresent();
  }

  /**
   * Opens an envelope.
   *
   * @param shares what the holders found in it; any two do, and with three each pair is tried
   * @return the offer, or the fault of the first pair
   */
  public Opened open(SealedOffer sealed, Map<Holder, String> shares) {
    Optional<EnvelopeFault> fault = fault(sealed);
    if (fault.isPresent()) {
      return faulty(fault.get());
    }
    Map<Holder, String> right = new EnumMap<>(Holder.class);
    shares.forEach(
        (holder, share) -> {
          if (isShare(sealed, holder, share)) {
            right.put(holder, share);
          }
        });
    if (right.size() < 2) {
      return faulty(
          right.size() < shares.size() ? EnvelopeFault.SHARE_WRONG : EnvelopeFault.SHARES_MISSING);
    }
    Envelope envelope = Envelope.read(sealed.envelope()).orElseThrow();
    List<Opened> tries =
        pairs(List.copyOf(right.keySet())).stream()
            .map(pair -> open(sealed, envelope, pair, right))
            .toList();
    return tries.stream().filter(it -> it.offer().isPresent()).findFirst().orElse(tries.getFirst());
  }

  private static List<List<Holder>> pairs(List<Holder> holders) {
    return holders.size() == 2
        ? List.of(holders)
        : List.of(
            holders.subList(0, 2),
            List.of(holders.getFirst(), holders.getLast()),
            holders.subList(1, 3));
  }

  private static Opened open(
      SealedOffer sealed, Envelope envelope, List<Holder> pair, Map<Holder, String> shares) {
    Map<Holder, byte[]> two = new EnumMap<>(Holder.class);
    pair.forEach(holder -> two.put(holder, HEX.parseHex(shares.getOrDefault(holder, ""))));
    Optional<byte[]> bytes =
        ContentKey.of(two)
            .decrypt(
                HEX.parseHex(envelope.nonce()), envelope.vouched(), HEX.parseHex(envelope.offer()));
    if (bytes.isEmpty()) {
      return faulty(EnvelopeFault.OFFER_UNREADABLE);
    }
    return OfferBytes.read(bytes.get())
        .map(unsealed -> committed(sealed, unsealed))
        .orElseGet(() -> faulty(EnvelopeFault.OFFER_INVALID));
  }

  private static Opened committed(SealedOffer sealed, Unsealed unsealed) {
    String commitment =
        Commitments.of(sealed.lot(), sealed.paddle(), unsealed.offer(), unsealed.nonce());
    return commitment.equals(sealed.commitment())
        ? new Opened(Optional.of(unsealed), Optional.empty())
        : faulty(EnvelopeFault.COMMITMENT_BROKEN);
  }

  private static Opened faulty(EnvelopeFault fault) {
    return new Opened(Optional.empty(), Optional.of(fault.name()));
  }
}
