package eco.exchange.bidding.auction;

import eco.exchange.bidding.auction.Act.Opened;
import eco.exchange.method.LotTerms;
import eco.exchange.method.MethodTerms;
import eco.exchange.method.MethodTerms.Scoring;
import eco.exchange.method.Offer;
import eco.exchange.money.Percentage;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Sealed bidding kept by hand: every question is answered by reading all that was taken. */
final class SealedBook implements Histories.Book {

  private static final MathContext DIGITS = new MathContext(80, RoundingMode.DOWN);
  private static final BigDecimal HAIR = new BigDecimal("1e-30");

  private static final Opened NONE = new Opened(Optional.empty(), Optional.empty());

  private final LotTerms terms;
  private final SecretOffers secrets;
  private final Optional<Scoring> scoring;
  private final List<PlacedAct> taken = new ArrayList<>();

  SealedBook(LotTerms terms, SecretOffers secrets, Optional<Scoring> scoring) {
    this.terms = terms;
    this.secrets = secrets;
    this.scoring = scoring;
  }

  @Override
  public String says(PlacedAct placed) {
    String word =
        switch (placed.act()) {
          case Act.Sealing sealing when placed.isByBidder() -> says(placed, sealing);
          case Act.Withdrawal withdrawal when placed.isByBidder() ->
              inTime(placed.at())
                  .orElse(last(placed.hand()).isEmpty() ? "NOTHING_SEALED" : "noted");
          case Act.Scores scores when !placed.isByBidder() && scoring.isPresent() ->
              afterDeadline(placed.at()).orElse(says(scores));
          case Act.Opening opening when !placed.isByBidder() ->
              afterDeadline(placed.at()).orElse(says(opening));
          default -> "WRONG_ACT";
        };
    if (word.equals("noted")) {
      taken.add(placed);
    }
    return word;
  }

  private String says(PlacedAct placed, Act.Sealing sealing) {
    if (inTime(placed.at()).isPresent()) {
      return inTime(placed.at()).get();
    }
    if (!sealing.commitment().matches("[0-9a-f]{64}")
        || sealing.envelope().length() > 16_384
        || sealing.envelope().chars().anyMatch(letter -> letter > 126)) {
      return "ENVELOPE_INVALID";
    }
    List<PlacedAct> earlier = taken.stream().filter(it -> it.act() instanceof Act.Sealing).toList();
    if (earlier.stream().anyMatch(it -> commitment(it).equals(sealing.commitment()))) {
      return "ENVELOPE_REPLAYED";
    }
    long own = earlier.stream().filter(it -> it.hand().equals(placed.hand())).count();
    boolean isOver = terms.how() instanceof MethodTerms.PriceTime how && own > how.correctionsMax();
    return isOver ? "TOO_MANY_CORRECTIONS" : "noted";
  }

  private Optional<String> inTime(Instant at) {
    if (at.isBefore(terms.opensAt())) {
      return Optional.of("NOT_OPEN_YET");
    }
    return at.isBefore(terms.closesAt()) ? Optional.empty() : Optional.of("TOO_LATE");
  }

  private Optional<String> afterDeadline(Instant at) {
    if (at.isBefore(terms.closesAt())) {
      return Optional.of("NOT_SEALED_YET");
    }
    return live().size() < offersMin() ? Optional.of("TOO_LATE") : Optional.empty();
  }

  private int offersMin() {
    return terms.how() instanceof MethodTerms.Tender ? 3 : 1;
  }

  private String says(Act.Scores scores) {
    int criteria = scoring.orElseThrow().criteria().size();
    boolean isRight = scores.byPaddle().keySet().equals(live());
    for (List<Integer> points : scores.byPaddle().values()) {
      isRight &= points.size() == criteria;
      for (int each : points) {
        isRight &= each >= 0 && each <= 10_000;
      }
    }
    if (!isRight) {
      return "SCORES_INVALID";
    }
    return scores().isPresent() ? "SCORES_FROZEN" : "noted";
  }

  private String says(Act.Opening opening) {
    if (scoring.isPresent() && scores().isEmpty()) {
      return "SCORES_MISSING";
    }
    return opening.byPaddle().keySet().equals(live()) ? "noted" : "OPENING_INCOMPLETE";
  }

  private Optional<Act.Scores> scores() {
    return taken.stream()
        .map(PlacedAct::act)
        .filter(Act.Scores.class::isInstance)
        .map(Act.Scores.class::cast)
        .findFirst();
  }

  private Set<String> live() {
    return taken.stream()
        .map(PlacedAct::hand)
        .filter(hand -> last(hand).isPresent())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The last thing that a paddle did, if it was to hand in. */
  private Optional<PlacedAct> last(String paddle) {
    return taken.reversed().stream()
        .filter(it -> it.hand().equals(paddle))
        .findFirst()
        .filter(it -> it.act() instanceof Act.Sealing);
  }

  private static String commitment(PlacedAct placed) {
    return ((Act.Sealing) placed.act()).commitment();
  }

  @Override
  public String standing(Instant now) {
    String phase =
        now.isBefore(terms.opensAt())
            ? "SCHEDULED"
            : now.isBefore(terms.closesAt()) ? "RECEIVING" : "SEALED";
    return Histories.told(phase, "nobody", 0, terms.closesAt());
  }

  @Override
  public Optional<String> ending(Instant now) {
    Optional<Act.Opening> opening =
        taken.stream()
            .map(PlacedAct::act)
            .filter(Act.Opening.class::isInstance)
            .map(Act.Opening.class::cast)
            .findFirst();
    if (opening.isEmpty()) {
      int offers = live().size();
      return offers >= offersMin()
          ? Optional.empty()
          : Optional.of((offers == 0 ? "NO_BID" : "TOO_FEW_OFFERS") + " []");
    }
    List<String> valid = new ArrayList<>();
    List<String> rejected = new ArrayList<>();
    for (String paddle : live()) {
      Optional<String> fault = fault(paddle, opening.get().byPaddle().getOrDefault(paddle, NONE));
      fault.ifPresentOrElse(why -> rejected.add(paddle + " " + why), () -> valid.add(paddle));
    }
    String tail = " [" + String.join(", ", rejected) + "]";
    return Optional.of(valid.isEmpty() ? "NO_VALID_OFFER" + tail : "SOLD " + ranking(valid) + tail);
  }

  private Optional<String> fault(String paddle, Opened opened) {
    if (opened.offer().isEmpty()) {
      return Optional.of("UNOPENABLE");
    }
    Offer offer = offer(paddle);
    if (!secrets.isOf(commitment(last(paddle).get()), paddle, opened.offer().get())) {
      return Optional.of("NOT_AS_COMMITTED");
    }
    boolean isRight =
        terms.how() instanceof MethodTerms.ShareOfRevenue how
            ? offer.price().fen() == 5_000
                && offer.yearly().isPresent()
                && offer.yearly().get().rent().fen() >= how.rentMin().fen()
                && offer.yearly().get().share().ppm() >= how.shareMin().ppm()
                && offer.yearly().get().share().ppm() <= how.shareMax().ppm()
            : offer.yearly().isEmpty()
                && offer.price().fen() >= 5_000
                && offer.price().fen() <= 100_000_000_000_000L;
    return isRight ? Optional.empty() : Optional.of("INVALID");
  }

  private Offer offer(String paddle) {
    return secrets.of(commitment(last(paddle).orElseThrow())).offer();
  }

  /** Places each by counting who beats it. */
  private String ranking(List<String> valid) {
    int shown = terms.how() instanceof MethodTerms.Tender ? 3 : valid.size();
    return valid.stream()
        .sorted(
            Comparator.comparing(
                one -> valid.stream().filter(other -> beats(other, one, valid)).count()))
        .limit(shown)
        .map(it -> it + "@" + offer(it) + shown(it, valid))
        .collect(Collectors.joining("; "));
  }

  private boolean beats(String one, String other, List<String> all) {
    BigDecimal ahead = worth(one, all).subtract(worth(other, all));
    if (ahead.abs().compareTo(HAIR) > 0) {
      return ahead.signum() > 0;
    }
    long more = offer(one).price().fen() - offer(other).price().fen();
    if (more != 0) {
      return more > 0;
    }
    int rank = rank(one) - rank(other);
    return rank != 0 ? rank < 0 : number(one) < number(other);
  }

  private static int rank(String paddle) {
    return paddle.startsWith("P") ? paddle.charAt(1) - '0' : 9;
  }

  private int number(String paddle) {
    return taken.indexOf(last(paddle).orElseThrow());
  }

  private BigDecimal worth(String paddle, List<String> all) {
    if (terms.how() instanceof MethodTerms.ShareOfRevenue how) {
      return presentValue(how, offer(paddle).yearly().orElseThrow());
    }
    return scoring.map(it -> score(it, paddle, all)).orElse(BigDecimal.ZERO);
  }

  private BigDecimal score(Scoring how, String paddle, List<String> all) {
    long highest = all.stream().mapToLong(it -> offer(it).price().fen()).max().orElseThrow();
    BigDecimal score =
        part(how.price())
            .multiply(BigDecimal.valueOf(100 * offer(paddle).price().fen()))
            .divide(BigDecimal.valueOf(highest), DIGITS);
    List<Integer> points = scores().orElseThrow().byPaddle().getOrDefault(paddle, List.of());
    for (int i = 0; i < points.size(); i++) {
      score =
          score.add(
              part(how.criteria().get(i).weight()).multiply(BigDecimal.valueOf(points.get(i), 2)));
    }
    return score;
  }

  private static BigDecimal presentValue(MethodTerms.ShareOfRevenue how, Offer.Yearly yearly) {
    BigDecimal value = BigDecimal.ZERO;
    BigDecimal growth = BigDecimal.ONE;
    for (var revenue : how.revenues()) {
      growth = growth.multiply(BigDecimal.ONE.add(part(how.discount())));
      BigDecimal sum = yearly.rent().inYuan().add(part(yearly.share()).multiply(revenue.inYuan()));
      value = value.add(sum.divide(growth, DIGITS));
    }
    return value;
  }

  private static BigDecimal part(Percentage share) {
    return BigDecimal.valueOf(share.ppm(), 6);
  }

  private String shown(String paddle, List<String> all) {
    boolean isValue = terms.how() instanceof MethodTerms.ShareOfRevenue;
    return isValue || scoring.isPresent()
        ? " " + worth(paddle, all).add(HAIR).setScale(isValue ? 2 : 4, RoundingMode.HALF_UP)
        : "";
  }
}
