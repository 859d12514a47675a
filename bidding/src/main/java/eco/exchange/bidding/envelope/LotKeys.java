package eco.exchange.bidding.envelope;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;

/**
 * The public keys of the three holders for one lot.
 *
 * @param keys the X25519 key of each holder, 64 hexadecimal digits
 */
public record LotKeys(Map<Holder, String> keys) {

  /**
   * Takes one key for each holder.
   *
   * @throws IllegalArgumentException if one is missing, two are the same, or one is no usable key
   */
  public LotKeys {
    keys = Map.copyOf(keys);
    if (keys.size() != Holder.values().length
        || new HashSet<>(keys.values()).size() != keys.size()
        || !keys.values().stream().allMatch(Hpke::isUsable)) {
      throw new IllegalArgumentException("each holder has a usable X25519 key of its own");
    }
  }

  /** The digest by which an envelope says for which keys it was made. */
  public String fingerprint() {
    StringBuilder lines = new StringBuilder("eco.exchange/holder-keys/1\n");
    new EnumMap<>(keys).forEach((holder, key) -> lines.append("%s %s\n".formatted(holder, key)));
    return Sha256Hex.of(lines.toString());
  }

  String of(Holder holder) {
    return keys.getOrDefault(holder, "");
  }
}
