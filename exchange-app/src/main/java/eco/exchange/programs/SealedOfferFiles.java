package eco.exchange.programs;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import eco.exchange.bidding.envelope.Holder;
import eco.exchange.bidding.envelope.LotKeys;
import eco.exchange.bidding.envelope.SealedOffer;
import eco.exchange.market.TradeId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The JSON files that come from the exchange and go back to it. */
final class SealedOfferFiles {

  static final ObjectMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private static final long SIZE_MAX = 50_000_000;

  private SealedOfferFiles() {}

  /**
   * Reads a file.
   *
   * @throws IOException if there is none, or it is no JSON
   */
  static JsonNode read(Path file) throws IOException {
    if (Files.size(file) > SIZE_MAX) {
      throw new IOException(file + " is too large");
    }
    return JSON.readTree(Files.readAllBytes(file));
  }

  /**
   * The keys of a lot, as {@code GET trades/{trade}/holder-keys} tells them.
   *
   * @throws IllegalArgumentException if the keys do not make their fingerprint
   */
  static LotKeys keys(JsonNode json) {
    Map<Holder, String> keys = new EnumMap<>(Holder.class);
    for (Holder holder : Holder.values()) {
      keys.put(holder, json.path("keys").path(holder.name()).asText());
    }
    LotKeys set = new LotKeys(keys);
    if (!set.fingerprint().equals(json.path("fingerprint").asText())) {
      throw new IllegalArgumentException("the keys do not make their fingerprint");
    }
    return set;
  }

  static TradeId lot(JsonNode keys) {
    return new TradeId(keys.path("trade").asText());
  }

  /** The envelopes of a lot, as {@code GET trades/{trade}/envelopes} tells them. */
  static List<SealedOffer> envelopes(JsonNode json) {
    TradeId lot = lot(json.path("keys"));
    List<SealedOffer> envelopes = new ArrayList<>();
    for (JsonNode one : json.path("envelopes")) {
      envelopes.add(
          new SealedOffer(
              lot,
              one.path("paddle").asText(),
              one.path("commitment").asText(),
              one.path("envelope").asText()));
    }
    return envelopes;
  }
}
