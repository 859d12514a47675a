package eco.exchange.bidding;

import static eco.exchange.bidding.Hall.PENGYANG;
import static eco.exchange.bidding.Hall.TERMS;
import static org.assertj.core.api.Assertions.assertThat;

import eco.exchange.bidding.auction.Auction;
import eco.exchange.market.RightKind;
import eco.exchange.market.TradeId;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CommittingTogetherTest {

  /** Each statement waits until it is let go; one that holds a cursed lot fails. */
  final Deque<UniEmitter<? super Boolean>> underWay = new ArrayDeque<>();

  final List<List<Round>> written = new ArrayList<>();
  final SharedCommit shared = new SharedCommit(this::write);
  TradeId cursed = lot(999);

  @Test
  void what_waits_while_two_statements_are_under_way_is_written_together() {
    List<UniAssertSubscriber<Commitment>> told =
        IntStream.range(0, 10).mapToObj(i -> commit(lot(i + 1))).toList();
    assertThat(written).extracting(List::size).containsExactly(1, 1);
    letGo();

    assertThat(written).extracting(List::size).containsExactly(1, 1, 8);
    letGo();
    letGo();
    told.forEach(
        each -> assertThat(each.awaitItem().getItem()).isInstanceOf(Commitment.Made.class));
  }

  @Test
  void two_rounds_of_one_lot_never_stand_in_one_statement() {
    commit(lot(1));
    commit(lot(2));
    commit(lot(3));
    commit(lot(3));
    commit(lot(4));
    letGo();

    assertThat(written).extracting(List::size).containsExactly(1, 1, 1);
    letGo();
    assertThat(written).extracting(List::size).containsExactly(1, 1, 1, 2);
  }

  @Test
  void no_lot_suffers_for_another() {
    commit(lot(1));
    commit(lot(2));
    cursed = lot(4);
    List<UniAssertSubscriber<Commitment>> told =
        IntStream.rangeClosed(3, 5).mapToObj(i -> commit(lot(i))).toList();
    while (!underWay.isEmpty()) {
      letGo();
    }

    assertThat(written).extracting(List::size).containsExactly(1, 1, 3, 1, 1, 1);
    told.get(0).awaitItem().assertCompleted();
    told.get(1).awaitFailure().assertFailedWith(IOException.class);
    told.get(2).awaitItem().assertCompleted();
  }

  private Uni<List<Commitment>> write(List<Round> rounds) {
    written.add(rounds);
    return Uni.createFrom()
        .<Boolean>emitter(underWay::add)
        .chain(
            gone ->
                rounds.stream().anyMatch(round -> round.after().trade().equals(cursed))
                    ? Uni.createFrom().failure(new IOException("a rule of the database is broken"))
                    : Uni.createFrom()
                        .item(
                            rounds.stream()
                                .<Commitment>map(round -> new Commitment.Made())
                                .toList()));
  }

  private void letGo() {
    Objects.requireNonNull(underWay.poll()).complete(true);
  }

  private UniAssertSubscriber<Commitment> commit(TradeId trade) {
    Lot lot = new Lot(trade, PENGYANG, 1, Auction.of(trade, TERMS), TERMS.opensAt(), 1, Map.of());
    return shared
        .commit(Round.of(lot, List.of(), TERMS.opensAt()))
        .subscribe()
        .withSubscriber(UniAssertSubscriber.create());
  }

  private static TradeId lot(int number) {
    return TradeId.of("640425", RightKind.CARBON_SINK, LocalDate.of(2026, 3, 2), number);
  }
}
