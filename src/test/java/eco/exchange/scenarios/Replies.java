package eco.exchange.scenarios;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import eco.exchange.acceptance.Participant;
import eco.exchange.money.Money;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;

/**
 * The answers of the exchange, as far as the scenarios look at them: a name for each fact.
 *
 * <p>They are written from the API's description, apart from the classes that make the answers, so
 * that a field which gets another name is noticed. What need not be there is optional.
 */
final class Replies {

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new Jdk8Module())
          .addModule(new JavaTimeModule())
          .addModule(new SimpleModule().addDeserializer(Money.class, new YuanDeserializer()))
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  private Replies() {}

  /** One thing that was answered. */
  static <T> T one(JsonNode answer, Class<T> type) {
    try {
      return JSON.treeToValue(answer, type);
    } catch (JsonProcessingException e) {
      throw new AssertionError("%s is no %s".formatted(answer, type.getSimpleName()), e);
    }
  }

  /** A list that was answered. */
  static <T> List<T> all(JsonNode answer, Class<T> type) {
    return StreamSupport.stream(answer.spliterator(), false).map(it -> one(it, type)).toList();
  }

  /** A list that somebody reads again and again until it is as expected. */
  static <T> List<T> awaited(
      Participant reader, String path, Class<T> type, Predicate<List<T>> expected) {
    return all(reader.waitsFor(path, answer -> expected.test(all(answer, type))), type);
  }

  /** Who has signed in. */
  record Me(Party party) {}

  /** A party by its number. */
  record Party(String party) {}

  /** An application to bid. */
  record Application(String id, String trade) {}

  /** A contract, or one of its versions. */
  record Contract(String contract, String state, Optional<Instant> effectiveAt) {}

  /** An amendment as it was drawn. */
  record Amendment(String state, Amends amends) {}

  /** From which day on an amendment holds. */
  record Amends(String from) {}

  /** A trade as everybody sees it. */
  record Trade(
      String state,
      Optional<Offer> offer,
      Optional<Result> result,
      Optional<PublicContract> contract,
      List<InstalmentTerms> instalments,
      List<Distribution> distributions) {}

  /** What is offered. */
  record Offer(Plan plan) {}

  /** How a price is paid in parts. */
  record Plan(Fraction first) {}

  /** A part of a whole. */
  record Fraction(int ppm) {}

  /** What a sale came to. */
  record Result(Money price) {}

  /** A contract as everybody sees it. */
  record PublicContract(String state, String termsHash, List<AmendmentInForce> amendments) {}

  /** An amendment that is in force. */
  record AmendmentInForce(int fromYear) {}

  /** A distribution as everybody sees it. */
  record Distribution(String termsHash, String income, Money whole, List<Part> parts) {

    /** What its parts are together. */
    Money sum() {
      return parts.stream().map(Part::amount).reduce(Money.ZERO, Money::plus);
    }
  }

  /** What one payee gets. */
  record Part(String payee, Money amount) {}

  /** A roster of a collective, in one version. */
  record Roster(
      RosterName id,
      Optional<String> state,
      String rule,
      String recordDate,
      String resolution,
      Instant objectionsEndAt,
      String hash,
      Optional<RosterEnd> end) {

    boolean isDecided() {
      return end.isPresent();
    }

    boolean isFixed() {
      return end.isPresent() && end.get().isFixed();
    }
  }

  /** What a roster belongs to. */
  record RosterName(String contract) {}

  /** How a roster ended. */
  record RosterEnd(boolean isFixed) {}

  /** A member as the public sees it. */
  record PublicMember(String number, String household, String shares, String shown, String mark) {}

  /** The slip of a member, with the code that only it knows. */
  record Slip(String number, String code) {}

  /** What a distribution gave to the members of a collective. */
  record Allotment(String income, String occasion, String rosterHash, List<MemberPart> parts) {

    List<Money> amounts() {
      return parts.stream().map(MemberPart::amount).toList();
    }
  }

  /** What one member gets of it. */
  record MemberPart(Money amount) {}

  /** Money kept for a member. */
  record Held(String member, String shown, Money amount, Money cameBack) {}

  /** What a member reads of its own. */
  record MemberStatement(String shown, Money held, List<MemberLine> lines) {}

  /** One income in it. */
  record MemberLine(Money amount, int weights, Optional<Instant> orderedAt) {}

  /** A payment to a member. */
  record MemberPayment(MaskedAccount to, String state) {}

  /** An account of which only the end is shown. */
  record MaskedAccount(String number, String holder) {}

  /** The account of a member, as it was told. */
  record ToldAccount(MaskedAccount account) {}

  record OwnPayment(
      String payee,
      String trade,
      String state,
      String words,
      String wordsZh,
      Optional<String> account,
      Optional<String> awaitedAccount,
      Optional<Instant> dueAt) {}

  /** An account that was told and waits to be confirmed. */
  record AwaitedAccount(
      String payee, String trade, Optional<Named> party, boolean isToldByPayee, Named notedFor) {}

  /** A party with its name. */
  record Named(String id, String name) {}

  record Task(String key, Optional<Instant> dueAt, boolean isOverdue, Map<String, String> facts) {}

  /** The account of a village: what it is due and what has come. */
  record VillageAccount(
      Collective collective, Money due, Money received, Money outstanding, Money late) {}

  /** A collective by its number. */
  record Collective(String id) {}

  /** A step against who has not reported or paid. */
  record Default(String step, Optional<Integer> number) {}

  /** A reported revenue, and where it is paid. */
  record Report(String subAccount, int edition, Instant reportedAt) {}

  /** A penalty that is owed. */
  record Penalty(String number, Money expected) {}

  /** One run that shares a whole year. */
  record Run(
      String run, Optional<String> state, Optional<Instant> endedAt, Optional<Integer> shared) {}

  /** An instalment of a price and what has become of it. */
  record PriceInstalment(
      InstalmentTerms instalment,
      Optional<SubAccount> subAccount,
      Optional<SubAccount> penalty,
      boolean isShared) {}

  /** What an instalment comes to. */
  record InstalmentTerms(Money principal, Money interest, Optional<Instant> dueAt) {}

  /** Where something is paid. */
  record SubAccount(String number, Money expected) {}

  /** A fund that pays for works on a watershed. */
  record Fund(
      String fund, String watershed, Money received, Money committed, Money spent, Money balance) {}

  /** A project that a fund pays. */
  record Project(Optional<JsonNode> decision, Optional<Completion> completion) {}

  /** How a project ended. */
  record Completion(int erosion) {}

  /** A payment that was asked of a fund. */
  record ProjectPayment(Optional<PaymentDecision> decision) {}

  /** What was decided about it. */
  record PaymentDecision(boolean isPaid) {}

  /** A line of a fund's public ledger. */
  record FundEntry(
      String seq, boolean isIn, Money amount, String key, String purpose, String at, String hash) {}

  /** An order to pay somebody. */
  record PaymentOrder(Money amount) {}

  /** What was noted for a year. */
  record YearFacts(NotedFacts facts) {}

  /** The facts themselves. */
  record NotedFacts(int erosion) {}

  /** The books of the exchange. */
  record Books(Money sum, List<JsonNode> mistaken) {}

  private static final class YuanDeserializer extends StdDeserializer<Money> {

    private static final long serialVersionUID = 1;

    YuanDeserializer() {
      super(Money.class);
    }

    @Override
    public Money deserialize(JsonParser parser, DeserializationContext context) throws IOException {
      JsonNode money = parser.readValueAsTree();
      return Money.yuan(money.path("amount").asText());
    }
  }
}
