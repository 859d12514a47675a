package eco.exchange.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * The facts of one published deal, with illustrative figures where none were published.
 *
 * @param json the facts as they stand in the resource
 */
public record TradeFacts(JsonNode json) {

  /** 彭阳县李岔小流域: 36,000 tonnes of carbon sink for 1,116,000 yuan, 2024. */
  public static TradeFacts pengyang() {
    return read("pengyang");
  }

  /** 巴东县庙坪河小流域: planting under 1,000 mu of forest for 20 years, 1,840,000 yuan, 2024. */
  public static TradeFacts badong() {
    return read("badong");
  }

  private static TradeFacts read(String name) {
    try (InputStream facts = TradeFacts.class.getResourceAsStream("/demo/" + name + ".json")) {
      return new TradeFacts(new ObjectMapper().readTree(facts));
    } catch (IOException e) {
      throw new IllegalStateException("facts that cannot be read: " + name, e);
    }
  }

  /** A short name for keys and files. */
  public String tag() {
    return json.path("tag").asText();
  }

  /** A short name for people. */
  public String title() {
    return json.path("title").asText();
  }

  /** The party that sells, with the login of its account. */
  public JsonNode transferor() {
    return json.path("transferor");
  }

  /** The collective whose members are paid by a roster, if the walk shows that. */
  public Optional<JsonNode> village() {
    return Optional.of(json.path("village")).filter(JsonNode::isObject);
  }

  /** The parties that bid. */
  public List<JsonNode> bidders() {
    return list("bidders");
  }

  /** One of the parties that bid, by login. */
  public JsonNode bidder(String login) {
    return bidders().stream()
        .filter(bidder -> bidder.path("login").asText().equals(login))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no bidder " + login));
  }

  /** The login of the bidder with a name. */
  public String loginOf(String name) {
    return bidders().stream()
        .filter(bidder -> bidder.path("name").asText().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no bidder is called " + name))
        .path("login")
        .asText();
  }

  /** The bids in the free period, in order. */
  public List<JsonNode> bids() {
    return list("bids");
  }

  /** The bids in the last minutes, each of which keeps the auction open. */
  public List<JsonNode> lateBids() {
    return list("lateBids");
  }

  private List<JsonNode> list(String name) {
    return StreamSupport.stream(json.path(name).spliterator(), false).toList();
  }
}
