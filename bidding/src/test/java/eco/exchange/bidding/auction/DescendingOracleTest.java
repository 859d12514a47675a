package eco.exchange.bidding.auction;

import static org.assertj.core.api.Assertions.assertThat;

import eco.exchange.bidding.auction.Act.Opened;
import eco.exchange.method.LotTerms;
import eco.exchange.method.MethodTerms;
import eco.exchange.method.Offer;
import eco.exchange.money.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Compares the three phases of the descending auction with one list, read from the start. */
class DescendingOracleTest {

  private static final LotTerms TERMS =
      SealedOracleTest.soon(
          AuctionTable.terms(
              new MethodTerms.Descending(
                  new Money(5_750),
                  Duration.ofSeconds(60),
                  Duration.ofSeconds(300),
                  Duration.ofSeconds(120))));

  @Test
  void the_fold_and_a_plain_book_always_agree() {
    Map<String, Integer> tally =
        Histories.play(
            random -> {
              SecretOffers secrets = new SecretOffers();
              int start = random.nextInt(12);
              return new Histories.Game(
                  TERMS,
                  new Book(secrets),
                  (drawn, hand, auction, now) -> act(drawn, hand, auction, now, secrets, start));
            });
    assertThat(tally.get("accepted")).isGreaterThan(Histories.COUNT / 2);
    assertThat(tally.get("noted")).isGreaterThan(Histories.COUNT);
    assertThat(tally.get("ended SOLD")).isGreaterThan(Histories.COUNT / 4);
    assertThat(tally)
        .containsKeys(
            "NOT_OPEN_YET",
            "TOO_LATE",
            "PRICE_MOVED",
            "ALREADY_LEADING",
            "BELOW_RESERVE",
            "TOO_HIGH",
            "TOO_LOW",
            "ENVELOPE_REPLAYED",
            "NOTHING_SEALED",
            "NOT_SEALED_YET",
            "OPENING_INCOMPLETE",
            "ended NO_BID");
  }

  private static Act act(
      Random random,
      String hand,
      Auction auction,
      Instant now,
      SecretOffers secrets,
      int patience) {
    Map<String, Envelopes.Sealed> live =
        auction instanceof TakenPrice taken ? taken.envelopes().live() : Map.of();
    Money asked = auction.standing(now).priceMin().orElse(new Money(5_600));
    boolean takes = auction instanceof FallingPrice && random.nextInt(patience + 3) == 0;
    int chance = random.nextInt(12);
    if (chance == 0) {
      return new Act.Withdrawal();
    }
    if (chance == 1 || takes) {
      return new Act.Taking(random.nextInt(4) == 0 ? new Money(random.nextLong()) : asked);
    }
    if (hand.equals(PlacedAct.CENTRE)) {
      return secrets.open(random, live);
    }
    if (chance < 4 || auction instanceof LastWord) {
      boolean isAbsurd = random.nextInt(4) == 0;
      return new Act.Bid(
          isAbsurd ? new Money(random.nextLong()) : asked.plus(new Money(random.nextInt(3) - 1)));
    }
    return secrets.seal(random, hand, Offer.of(new Money(4_800 + 50L * random.nextInt(40))));
  }

  private static final class Book implements Histories.Book {
    private static final Opened NONE = new Opened(Optional.empty(), Optional.empty());

    private final SecretOffers secrets;
    private final List<PlacedAct> taken = new ArrayList<>();

    Book(SecretOffers secrets) {
      this.secrets = secrets;
    }

    private Optional<PlacedAct> first(Class<?> kind) {
      return taken.stream().filter(it -> kind.isInstance(it.act())).findFirst();
    }

    @Override
    public String says(PlacedAct placed) {
      boolean isCentre = placed.hand().equals("CENTRE");
      Optional<PlacedAct> taker = first(Act.Taking.class);
      boolean isTaker = taker.filter(it -> it.hand().equals(placed.hand())).isPresent();
      String word;
      if (taker.isEmpty()) {
        word =
            !isCentre && placed.act() instanceof Act.Taking act ? take(placed, act) : "WRONG_ACT";
      } else if (first(Act.Opening.class).isPresent()) {
        word = isTaker && placed.act() instanceof Act.Bid bid ? answer(placed, bid) : "WRONG_ACT";
      } else {
        word =
            switch (placed.act()) {
              case Act.Sealing sealing when !isCentre && !isTaker -> seal(placed, sealing);
              case Act.Withdrawal withdrawal when !isCentre && !isTaker ->
                  isOver(placed.at())
                      ? "TOO_LATE"
                      : live().contains(placed.hand()) ? "noted" : "NOTHING_SEALED";
              case Act.Opening opening when isCentre -> open(placed, opening);
              default -> "WRONG_ACT";
            };
      }
      if (word.equals("accepted") || word.equals("noted")) {
        taken.add(placed);
      }
      return word;
    }

    private String take(PlacedAct placed, Act.Taking act) {
      if (placed.at().isBefore(TERMS.opensAt())) {
        return "NOT_OPEN_YET";
      }
      if (!placed.at().isBefore(TERMS.closesAt())) {
        return "TOO_LATE";
      }
      return act.price().fen() == falling(placed.at()) ? "accepted" : "PRICE_MOVED";
    }

    /** Lets the price fall step by step. */
    private static long falling(Instant at) {
      long price = 5_750;
      Instant next = TERMS.opensAt().plusSeconds(60);
      while (!at.isBefore(next)) {
        price = price - 100 < 5_000 ? 5_000 : price - 100;
        next = next.plusSeconds(60);
      }
      return price;
    }

    private boolean isOver(Instant at) {
      return !at.isBefore(sealedUntil());
    }

    private Instant sealedUntil() {
      return first(Act.Taking.class).orElseThrow().at().plusSeconds(300);
    }

    private String seal(PlacedAct placed, Act.Sealing sealing) {
      if (isOver(placed.at())) {
        return "TOO_LATE";
      }
      if (!sealing.commitment().matches("[0-9a-f]{64}") || !sealing.envelope().equals("envelope")) {
        return "ENVELOPE_INVALID";
      }
      return taken.stream()
              .anyMatch(
                  it ->
                      it.act() instanceof Act.Sealing other
                          && other.commitment().equals(sealing.commitment()))
          ? "ENVELOPE_REPLAYED"
          : "noted";
    }

    private String open(PlacedAct placed, Act.Opening opening) {
      if (!isOver(placed.at())) {
        return "NOT_SEALED_YET";
      }
      if (live().isEmpty()) {
        return "TOO_LATE";
      }
      return opening.byPaddle().keySet().equals(live()) ? "noted" : "OPENING_INCOMPLETE";
    }

    private String answer(PlacedAct placed, Act.Bid bid) {
      if (!placed.at().isBefore(lastWordUntil())) {
        return "TOO_LATE";
      }
      if (first(Act.Bid.class).isPresent()) {
        return "ALREADY_LEADING";
      }
      long price = bid.price().fen();
      if (price < 5_000) {
        return "BELOW_RESERVE";
      }
      if (price > 100_000_000_000_000L) {
        return "TOO_HIGH";
      }
      String best = ranking().getFirst();
      long least = price(best) + (rank(placed.hand()) < rank(best) ? 0 : 100);
      return price < least ? "TOO_LOW" : "accepted";
    }

    private Instant lastWordUntil() {
      return first(Act.Opening.class).orElseThrow().at().plusSeconds(120);
    }

    private static int rank(String hand) {
      return hand.startsWith("P") ? hand.charAt(1) - '0' : 9;
    }

    private Set<String> live() {
      return taken.stream()
          .map(PlacedAct::hand)
          .filter(hand -> last(hand).isPresent())
          .collect(Collectors.toCollection(TreeSet::new));
    }

    private Optional<Act.Sealing> last(String paddle) {
      return taken.reversed().stream()
          .filter(it -> it.hand().equals(paddle))
          .filter(it -> it.act() instanceof Act.Sealing || it.act() instanceof Act.Withdrawal)
          .findFirst()
          .map(PlacedAct::act)
          .filter(Act.Sealing.class::isInstance)
          .map(Act.Sealing.class::cast);
    }

    private long price(String paddle) {
      String commitment = last(paddle).orElseThrow().commitment();
      return secrets.of(commitment).offer().price().fen();
    }

    private Optional<String> fault(String paddle) {
      Opened opened =
          ((Act.Opening) first(Act.Opening.class).orElseThrow().act())
              .byPaddle()
              .getOrDefault(paddle, NONE);
      if (opened.offer().isEmpty()) {
        return Optional.of("UNOPENABLE");
      }
      String commitment = last(paddle).orElseThrow().commitment();
      if (!secrets.isOf(commitment, paddle, opened.offer().get())) {
        return Optional.of("NOT_AS_COMMITTED");
      }
      PlacedAct taker = first(Act.Taking.class).orElseThrow();
      long least = falling(taker.at()) + (rank(paddle) < rank(taker.hand()) ? 0 : 100);
      return price(paddle) < least ? Optional.of("INVALID") : Optional.empty();
    }

    /** Takes out the best, again and again. */
    private List<String> ranking() {
      List<String> left = new ArrayList<>(live());
      left.removeIf(it -> fault(it).isPresent());
      List<String> ranking = new ArrayList<>();
      while (!left.isEmpty()) {
        String best = left.getFirst();
        for (String other : left) {
          best = beats(other, best) ? other : best;
        }
        ranking.add(best);
        left.remove(best);
      }
      return ranking;
    }

    private boolean beats(String one, String other) {
      if (price(one) != price(other)) {
        return price(one) > price(other);
      }
      return rank(one) != rank(other) ? rank(one) < rank(other) : number(one) < number(other);
    }

    private int number(String paddle) {
      Act.Sealing sealing = last(paddle).orElseThrow();
      return taken.stream().map(PlacedAct::act).toList().indexOf(sealing);
    }

    @Override
    public String standing(Instant now) {
      Optional<PlacedAct> taker = first(Act.Taking.class);
      if (taker.isEmpty()) {
        String phase = now.isBefore(TERMS.opensAt()) ? "SCHEDULED" : "FALLING";
        return Histories.told(phase, "nobody", 0, TERMS.closesAt());
      }
      if (first(Act.Opening.class).isEmpty()) {
        String leading = taker.get().hand() + "@" + falling(taker.get().at());
        return Histories.told(isOver(now) ? "SEALED" : "RECEIVING", leading, 1, sealedUntil());
      }
      Optional<PlacedAct> said = first(Act.Bid.class);
      String leading =
          said.map(it -> it.hand() + "@" + ((Act.Bid) it.act()).price().fen())
              .orElseGet(() -> ranking().getFirst() + "@" + price(ranking().getFirst()));
      return Histories.told("LAST_WORD", leading, said.isPresent() ? 2 : 1, lastWordUntil());
    }

    @Override
    public Optional<String> ending(Instant now) {
      Optional<PlacedAct> taker = first(Act.Taking.class);
      if (taker.isEmpty()) {
        return Optional.of("NO_BID []");
      }
      String stands = told(taker.get().hand(), falling(taker.get().at()));
      if (first(Act.Opening.class).isEmpty()) {
        return live().isEmpty() ? Optional.of("SOLD " + stands + " []") : Optional.empty();
      }
      List<String> all =
          new ArrayList<>(ranking().stream().map(it -> told(it, price(it))).toList());
      first(Act.Bid.class)
          .ifPresentOrElse(
              said -> all.addFirst(told(said.hand(), ((Act.Bid) said.act()).price().fen())),
              () -> all.add(stands));
      String rejected =
          live().stream()
              .flatMap(it -> fault(it).stream().map(why -> it + " " + why))
              .collect(Collectors.joining(", "));
      return Optional.of("SOLD %s [%s]".formatted(String.join("; ", all), rejected));
    }

    private static String told(String paddle, long price) {
      return paddle + "@" + Offer.of(new Money(price));
    }
  }
}
