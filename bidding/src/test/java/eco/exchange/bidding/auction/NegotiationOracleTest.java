package eco.exchange.bidding.auction;

import static org.assertj.core.api.Assertions.assertThat;

import eco.exchange.method.LotTerms;
import eco.exchange.method.MethodTerms;
import eco.exchange.method.Offer;
import eco.exchange.money.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Compares the fold of the agreement with a plain list of bids. */
class NegotiationOracleTest {

  private static final LotTerms TERMS =
      SealedOracleTest.soon(AuctionTable.terms(new MethodTerms.Negotiated()));

  @Test
  void the_fold_and_a_plain_book_always_agree() {
    Map<String, Integer> tally =
        Histories.play(
            random -> {
              String only = random.nextBoolean() ? "1001" : "";
              return new Histories.Game(
                  TERMS, new Book(), (drawn, hand, auction, now) -> act(drawn, hand, only));
            });
    assertThat(tally.get("accepted")).isGreaterThan(Histories.COUNT);
    assertThat(tally.get("ended SOLD")).isGreaterThan(Histories.COUNT / 4);
    assertThat(tally.get("AGREEMENT_NOT_POSSIBLE")).isGreaterThan(Histories.COUNT);
    assertThat(tally)
        .containsKeys("NOT_OPEN_YET", "TOO_LATE", "BELOW_RESERVE", "TOO_HIGH", "TOO_LOW");
  }

  private static Act act(Random random, String hand, String only) {
    boolean bids = only.isEmpty() || hand.equals(only);
    long price = random.nextInt(9) == 0 ? random.nextLong() : random.nextInt(10_000) - 500;
    return bids ? new Act.Bid(new Money(price)) : new Act.Withdrawal();
  }

  private static final class Book implements Histories.Book {
    private final List<PlacedAct> bids = new ArrayList<>();

    @Override
    public String says(PlacedAct placed) {
      if (!placed.hand().equals("CENTRE")
          && !bids.isEmpty()
          && !bids.getFirst().hand().equals(placed.hand())) {
        return "AGREEMENT_NOT_POSSIBLE";
      }
      if (!(placed.act() instanceof Act.Bid) || placed.hand().equals("CENTRE")) {
        return "WRONG_ACT";
      }
      if (placed.at().isBefore(TERMS.opensAt())) {
        return "NOT_OPEN_YET";
      }
      if (!placed.at().isBefore(TERMS.closesAt())) {
        return "TOO_LATE";
      }
      long price = price(placed);
      if (price <= 0) {
        return "BELOW_RESERVE";
      }
      if (price > 100_000_000_000_000L) {
        return "TOO_HIGH";
      }
      if (!bids.isEmpty() && price < price(bids.getLast())) {
        return "TOO_LOW";
      }
      bids.add(placed);
      return "accepted";
    }

    private static long price(PlacedAct placed) {
      return ((Act.Bid) placed.act()).price().fen();
    }

    @Override
    public String standing(Instant now) {
      String leading =
          bids.isEmpty()
              ? "nobody"
              : bids.getLast().hand() + "@" + Math.max(5_000, price(bids.getLast()));
      String phase = now.isBefore(TERMS.opensAt()) ? "SCHEDULED" : "FREE";
      return Histories.told(phase, leading, bids.size(), TERMS.closesAt());
    }

    @Override
    public Optional<String> ending(Instant now) {
      return Optional.of(
          bids.isEmpty()
              ? "NO_BID []"
              : "SOLD %s@%s []"
                  .formatted(
                      bids.getLast().hand(),
                      Offer.of(new Money(Math.max(5_000, price(bids.getLast()))))));
    }
  }
}
