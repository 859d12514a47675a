package eco.exchange.bidding.opening;

import eco.exchange.bidding.auction.Act;
import eco.exchange.bidding.auction.BidAnswer;
import eco.exchange.bidding.desk.MemoryStores;
import eco.exchange.bidding.lot.RecordedAct;
import eco.exchange.market.TradeId;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Keys and shares of the holders in memory, beside the books there. */
final class MemoryOpeningStore implements OpeningStore {

  private final MemoryStores books;
  private final List<HolderKeyView> keys = new ArrayList<>();
  private final List<HandIn> handIns = new ArrayList<>();

  MemoryOpeningStore(MemoryStores books) {
    this.books = books;
  }

  @Override
  public Uni<List<HolderKeyView>> keys() {
    return Uni.createFrom().item(() -> List.copyOf(keys));
  }

  @Override
  public Uni<Boolean> addKey(HolderKeyView key) {
    return Uni.createFrom().item(() -> keys.add(key));
  }

  @Override
  public Uni<List<Standing>> standing(TradeId trade) {
    return Uni.createFrom().item(() -> OpeningStore.standing(trade, sealings(trade)));
  }

  private List<RecordedAct> sealings(TradeId trade) {
    return taken(trade)
        .filter(it -> it.act() instanceof Act.Sealing || it.act() instanceof Act.Withdrawal)
        .toList();
  }

  private Stream<RecordedAct> taken(TradeId trade) {
    return books.book(trade).values().stream()
        .filter(it -> !(it.answer() instanceof BidAnswer.Refused))
        .sorted(Comparator.comparing(RecordedAct::version));
  }

  @Override
  public Uni<List<HandIn>> handIns(TradeId trade) {
    return Uni.createFrom().item(() -> List.copyOf(handIns));
  }

  @Override
  public Uni<Boolean> handIn(HandIn added) {
    return Uni.createFrom().item(() -> add(added));
  }

  private boolean add(HandIn added) {
    for (int i = 0; i < handIns.size(); i++) {
      HandIn one = handIns.get(i);
      boolean isSamePerson = one.actor().account().equals(added.actor().account());
      if (one.holder() == added.holder() || isSamePerson) {
        Map<String, String> all = new HashMap<>(one.shares());
        all.putAll(added.shares());
        handIns.set(i, new HandIn(one.trade(), one.holder(), one.actor(), all, one.at()));
        return one.holder() == added.holder() && isSamePerson;
      }
    }
    return handIns.add(added);
  }

  @Override
  public Uni<Optional<Recorded>> recorded(TradeId trade) {
    return Uni.createFrom()
        .item(
            () ->
                taken(trade)
                    .filter(it -> it.act() instanceof Act.Opening)
                    .map(it -> new Recorded(((Act.Opening) it.act()).byPaddle(), it.placedAt()))
                    .findFirst());
  }
}
