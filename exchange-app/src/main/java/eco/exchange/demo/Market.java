package eco.exchange.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eco.exchange.demo.Http.Reply;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

/**
 * The market as its people see it: who works at the centre, and what time it is.
 *
 * <p>All accounts of the demo have the same password; it is made for this demo and kept beside it.
 */
public final class Market {

  private static final int CONFLICT = 409;

  private final Http http;
  private final Member administrator;
  private final String password;
  private final LocalDate begun;
  private final Till till;

  /**
   * Opens the market for a walk; the people of the centre are there afterwards.
   *
   * @param http the way to the exchange
   * @param administrator the first administrator
   * @param password the password of everybody else
   * @param begun the day on which the walk was begun for the first time
   */
  public Market(Http http, Member administrator, String password, LocalDate begun) {
    this(http, administrator, password, begun, new TillByHand());
  }

  Market(Http http, Member administrator, String password, LocalDate begun, Till till) {
    this.http = http;
    this.administrator = administrator;
    this.password = password;
    this.begun = begun;
    this.till = till;
  }

  /** Sees to it that the centre, the appraiser and those who watch have their accounts. */
  public void staff() {
    String centre = centre();
    account("officer", centre, "OFFICER");
    account("manager", centre, "MANAGER");
    String appraiser = party("appraiser", "ENTERPRISE", "塞上资产评估有限公司(示例)", "91640104MA7DEM091U");
    account("appraiser", appraiser, "APPRAISER");
    account("supervisor", water(), "SUPERVISOR");
    String audit = party("audit", "AUTHORITY", "审计厅(示例)", "11420000MB0DEM113R");
    account("auditor", audit, "AUDITOR");
  }

  /** One more officer of the centre. */
  public Member officer(String login) {
    account(login, centre(), "OFFICER");
    return member(login);
  }

  /** One more person of the authority that watches over the water. */
  public Member supervisor(String login) {
    account(login, water(), "SUPERVISOR");
    return member(login);
  }

  private String water() {
    return party("water", "AUTHORITY", "自治区水利厅(示例)", "11640000MB0DEM105L");
  }

  private String centre() {
    return party("centre", "AUTHORITY", "宁夏公共资源交易中心(示例)", "12640000MB1DEM086D");
  }

  /** A person of the centre or another office, by login. */
  public Member member(String login) {
    return new Member(http, login, password);
  }

  /** A transferor, whom the administrator enters. */
  public Member transferor(JsonNode facts) {
    String login = facts.path("login").asText();
    String party =
        party(
            login,
            facts.path("kind").asText(),
            facts.path("name").asText(),
            facts.path("number").asText());
    account(login, party, "TRANSFEROR");
    return member(login);
  }

  /** A collective, whom the administrator enters, with the person who keeps its roster. */
  public Member village(JsonNode facts) {
    String login = facts.path("login").asText();
    String name = facts.path("name").asText();
    account(login, party(login, "COLLECTIVE", name, facts.path("number").asText()), "VILLAGE");
    return member(login);
  }

  /** A bidder, who registers without anybody's help. */
  public Member bidder(JsonNode facts) {
    ObjectNode body = facts.deepCopy();
    body.put("password", password);
    Reply reply = http.send("POST", "/api/v1/bidders", Map.of(), body);
    if (!reply.isDone() && reply.status() != CONFLICT) {
      throw new WalkFailed("%s could not register: %s".formatted(facts, reply.body()));
    }
    return member(facts.path("login").asText());
  }

  /** What time the market has. */
  public Instant now() {
    return Instant.parse(clock().path("now").asText());
  }

  /** Moves market time forward. */
  public void moveTo(Instant instant) {
    ObjectNode body = JsonNodeFactory.instance.objectNode().put("to", instant.toString());
    administrator.does("/api/v1/market/clock", "", body);
  }

  /** The day on which the walk was begun for the first time. */
  public LocalDate begun() {
    return begun;
  }

  /** How money comes in and goes out. */
  Till till() {
    return till;
  }

  /** Reads what is public. */
  public JsonNode publicly(String path) {
    return http.send("GET", path, Map.of(), MissingNode.getInstance()).body();
  }

  private JsonNode clock() {
    return administrator.sees("/api/v1/market/clock");
  }

  private String party(String key, String kind, String name, String number) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("kind", kind).put("name", name).put("number", number);
    return administrator.does("/api/v1/parties", "demo-party-" + key, body).path("party").asText();
  }

  private void account(String login, String party, String role) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("party", party).put("login", login).put("password", password);
    body.putArray("roles").add(role);
    administrator.does("/api/v1/accounts", "demo-account-" + login, body);
  }
}
