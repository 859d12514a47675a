package eco.exchange.programs;

import static eco.exchange.web.Callers.PASSWORD;
import static eco.exchange.web.Callers.administrator;
import static eco.exchange.web.Callers.bearer;
import static eco.exchange.web.Callers.stranger;
import static eco.exchange.web.Callers.token;
import static org.assertj.core.api.Assertions.assertThat;

import eco.exchange.bidding.envelope.Holder;
import eco.exchange.web.Numbers;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The three who hold the keys to sealed offers, with the programs they run on their machines. */
final class TheHolders {

  private static final char[] PASSPHRASE = "a passphrase of the tests".toCharArray();

  private static @Nullable TheHolders ofTheRun;

  // A folder of its own: Quarkus makes its own instance of a test, into which JUnit puts none.
  private final Path folder;
  private final Map<Holder, String> tokens = new EnumMap<>(Holder.class);

  private TheHolders(Path folder) {
    this.folder = folder;
  }

  /**
   * The holders of the run, to whose keys lots are sealed. The keys are made once: deriving one
   * from a passphrase takes long by design.
   */
  static synchronized TheHolders withKeys() throws IOException {
    if (ofTheRun == null) {
      TheHolders holders = new TheHolders(Files.createTempDirectory("sealed"));
      Stream.of(Holder.values()).forEach(holders::register);
      ofTheRun = holders;
    }
    return ofTheRun;
  }

  private void register(Holder holder) {
    tokens.put(holder, official(holder == Holder.CENTRE ? "MANAGER" : holder.name()));
    List<String> said = new ArrayList<>();
    HolderProgram.run(said::add, () -> PASSPHRASE, "new-key", keyFile(holder));
    Map<String, String> key = Map.of("holder", holder.name(), "publicKey", said.getFirst());
    of(holder).body(key).post("/api/v1/holder-keys").then().statusCode(201);
    of(holder).body(key).post("/api/v1/holder-keys").then().statusCode(201);
  }

  /** Asks as a holder. */
  RequestSpecification of(Holder holder) {
    return bearer(Objects.requireNonNull(tokens.get(holder)));
  }

  /**
   * Seals an offer as its bidder does.
   *
   * @param offer the price, and if a share is bid the rent and the share in per cent
   * @return the body of the request
   */
  Map<String, Object> seal(String trade, String paddle, String... offer) throws IOException {
    String keys =
        stranger().get(at(trade) + "/holder-keys").then().statusCode(200).extract().asString();
    Path file = Files.writeString(folder.resolve("holder-keys.json"), keys);
    List<String> said = new ArrayList<>();
    String[] arguments =
        Stream.concat(Stream.of(file.toString(), paddle), Stream.of(offer)).toArray(String[]::new);
    assertThat(SealProgram.run(said::add, arguments)).isZero();
    return JsonPath.from(said.getFirst()).getMap("");
  }

  /** The shares that a holder finds in the envelopes of a lot. */
  Map<String, Object> shares(String trade, Holder holder) throws IOException {
    String envelopes =
        of(holder).get(at(trade) + "/envelopes").then().statusCode(200).extract().asString();
    Path file = Files.writeString(folder.resolve("envelopes.json"), envelopes);
    List<String> said = new ArrayList<>();
    String[] arguments = {"open", keyFile(holder), holder.name(), file.toString()};
    assertThat(HolderProgram.run(said::add, () -> PASSPHRASE, arguments)).isZero();
    return JsonPath.from(said.getFirst()).getMap("");
  }

  /** A holder hands in the shares; the second opens the offers. */
  ValidatableResponse handsIn(String trade, Holder holder) throws IOException {
    return of(holder)
        .body(shares(trade, holder))
        .post(at(trade) + "/opening-shares")
        .then()
        .statusCode(201);
  }

  private String keyFile(Holder holder) {
    return folder.resolve(holder + ".pem").toString();
  }

  private static String at(String trade) {
    return "/api/v1/trades/" + trade;
  }

  /** The token of somebody who acts for a new authority in a role. */
  private static String official(String role) {
    String party =
        administrator()
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .body(Map.of("kind", "AUTHORITY", "name", "示例机构", "number", Numbers.creditCode()))
            .post("/api/v1/parties")
            .then()
            .statusCode(201)
            .extract()
            .path("party");
    String login = "official-" + UUID.randomUUID();
    administrator()
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .body(Map.of("party", party, "login", login, "password", PASSWORD, "roles", List.of(role)))
        .post("/api/v1/accounts")
        .then()
        .statusCode(201);
    return token(login, PASSWORD);
  }
}
