package eco.exchange.bidding.desk;

import eco.exchange.bidding.application.ApplicationStore;
import eco.exchange.bidding.application.ApplicationView;
import eco.exchange.bidding.application.PaddleView;
import eco.exchange.bidding.auction.Auction.Closed;
import eco.exchange.bidding.auction.BidAnswer;
import eco.exchange.bidding.award.MemoryAwardStore;
import eco.exchange.bidding.ban.MemoryBanStore;
import eco.exchange.bidding.lot.ActBatch;
import eco.exchange.bidding.lot.BidStore;
import eco.exchange.bidding.lot.BidView;
import eco.exchange.bidding.lot.CommitResult;
import eco.exchange.bidding.lot.Lot;
import eco.exchange.bidding.lot.LotResult;
import eco.exchange.bidding.lot.LotStore;
import eco.exchange.bidding.lot.RecordedAct;
import eco.exchange.bidding.lot.RecordedAct.Name;
import eco.exchange.event.MarketEvent;
import eco.exchange.market.ApplicationId;
import eco.exchange.market.Page;
import eco.exchange.market.PartyId;
import eco.exchange.market.TradeId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** All stores in memory, under one lock. */
public final class MemoryStores implements LotStore, BidStore, ApplicationStore {

  private final Map<TradeId, Lot> lots = new HashMap<>();
  private final Map<TradeId, Map<Name, RecordedAct>> books = new HashMap<>();
  private final Map<ApplicationId, ApplicationView> applications = new LinkedHashMap<>();
  private final List<PaddleView> paddles = new ArrayList<>();
  private final List<MarketEvent> events = Collections.synchronizedList(new ArrayList<>());
  private final MemoryAwardStore awards = new MemoryAwardStore(events);

  public static Stores fresh() {
    MemoryStores memory = new MemoryStores();
    return new Stores(
        memory,
        memory,
        memory,
        memory.awards,
        new MemoryBanStore(),
        () -> List.copyOf(memory.events));
  }

  @Override
  public Uni<Boolean> schedule(Lot lot) {
    return locked(() -> lots.putIfAbsent(lot.trade(), lot) == null);
  }

  @Override
  public Uni<Optional<Lot>> lot(TradeId trade) {
    return locked(() -> Optional.ofNullable(lots.get(trade)));
  }

  @Override
  public Uni<List<TradeId>> moved(Map<TradeId, Long> known) {
    return locked(
        () ->
            lots.values().stream()
                .filter(lot -> known.getOrDefault(lot.trade(), lot.version()) != lot.version())
                .map(Lot::trade)
                .toList());
  }

  @Override
  public Uni<CommitResult> commit(ActBatch batch, Optional<LotResult> result) {
    return locked(
        () -> {
          TradeId trade = batch.after().trade();
          List<RecordedAct> known =
              found(trade, batch.recorded().stream().map(RecordedAct::name).toList());
          if (!known.isEmpty()) {
            return new CommitResult.Repeated(known);
          }
          if (Objects.requireNonNull(lots.get(trade)).version() != batch.before().version()) {
            return new CommitResult.Outrun();
          }
          lots.put(trade, batch.after());
          batch.recorded().forEach(bid -> book(trade).put(bid.name(), bid));
          result
              .flatMap(LotResult::award)
              .ifPresent(it -> awards.published(it, ((Closed) batch.after().auction()).at()));
          result.ifPresent(it -> events.add(it.event()));
          return new CommitResult.Made();
        });
  }

  @Override
  public Uni<List<TradeId>> due(Instant now, int limit) {
    Predicate<Lot> isDue = lot -> lot.bellAt().filter(bell -> !now.isBefore(bell)).isPresent();
    return locked(() -> lots.values().stream().filter(isDue).map(Lot::trade).limit(limit).toList());
  }

  @Override
  public Uni<List<RecordedAct>> recorded(TradeId trade, List<Name> names) {
    return locked(() -> found(trade, names));
  }

  @Override
  public Uni<List<RecordedAct>> record(TradeId trade, Mark after, int limit) {
    return locked(
        () ->
            book(trade).values().stream()
                .filter(act -> act.version() > after.version())
                .filter(act -> !(act.answer() instanceof BidAnswer.Refused))
                .sorted(Comparator.comparing(RecordedAct::version))
                .limit(limit)
                .toList());
  }

  @Override
  public Uni<List<BidView>> log(TradeId trade, long after, int limit) {
    return locked(
        () ->
            book(trade).values().stream()
                .flatMap(MemoryStores::view)
                .filter(bid -> bid.seq() > after)
                .sorted(Comparator.comparing(BidView::seq))
                .limit(limit)
                .toList());
  }

  private static Stream<BidView> view(RecordedAct bid) {
    return bid.answer() instanceof BidAnswer.Accepted accepted
        ? Stream.of(
            new BidView(
                accepted.seq(),
                bid.name().hand(),
                accepted.price(),
                bid.placedAt(),
                accepted.closesAt(),
                bid.isRaise()))
        : Stream.empty();
  }

  @Override
  public Uni<List<ApplicationView>> earlier(ApplicationId id, TradeId trade, PartyId bidder) {
    return locked(() -> all(it -> it.id().equals(id) || isOf(it, trade, bidder)).toList());
  }

  @Override
  public Uni<Boolean> add(ApplicationView application, Lot judged, MarketEvent event) {
    return locked(
        () -> {
          Lot lot = Objects.requireNonNull(lots.get(application.trade()));
          if (lot.version() != judged.version() || lot.isClosed()) {
            return false;
          }
          applications.put(application.id(), application);
          return moved(lot, lot.applicants() + 1, lot.paddles(), event);
        });
  }

  @Override
  public Uni<Boolean> decide(ApplicationView decided, MarketEvent event) {
    return locked(
        () -> {
          ApplicationView now = Objects.requireNonNull(applications.get(decided.id()));
          if (now.state() != ApplicationView.State.APPLIED) {
            return false;
          }
          applications.put(decided.id(), decided);
          return events.add(event);
        });
  }

  @Override
  public Uni<Boolean> admit(PaddleView paddle, long version, MarketEvent event) {
    return locked(
        () -> {
          Lot lot = Objects.requireNonNull(lots.get(paddle.trade()));
          if (lot.version() != version || lot.isClosed()) {
            return false;
          }
          paddles.add(paddle);
          Map<PartyId, String> admitted = new HashMap<>(lot.paddles());
          admitted.put(paddle.bidder(), paddle.paddle());
          return moved(lot, lot.applicants(), admitted, event);
        });
  }

  @Override
  public Uni<Boolean> suspend(TradeId trade, PartyId bidder, boolean isSuspended, long version) {
    return locked(
        () -> {
          Lot lot = Objects.requireNonNull(lots.get(trade));
          if (lot.version() != version || lot.isClosed()) {
            return false;
          }
          lots.put(trade, lot.withSuspension(bidder, isSuspended));
          return true;
        });
  }

  @Override
  public Uni<Boolean> withdraw(ApplicationView withdrawn, Lot judged, MarketEvent event) {
    return locked(
        () -> {
          Lot lot = Objects.requireNonNull(lots.get(withdrawn.trade()));
          if (lot.version() != judged.version() || lot.isClosed()) {
            return false;
          }
          applications.put(withdrawn.id(), withdrawn);
          paddles.removeIf(
              it -> it.trade().equals(lot.trade()) && it.bidder().equals(withdrawn.bidder()));
          lots.put(lot.trade(), lot.without(withdrawn.bidder()));
          return events.add(event);
        });
  }

  private boolean moved(Lot lot, int applicants, Map<PartyId, String> admitted, MarketEvent event) {
    lots.put(
        lot.trade(),
        new Lot(
            lot.trade(),
            lot.transferor(),
            lot.version() + 1,
            lot.auction(),
            lot.latestAt(),
            applicants,
            admitted,
            lot.suspended()));
    return events.add(event);
  }

  @Override
  public Uni<Optional<ApplicationView>> application(ApplicationId id) {
    return locked(() -> Optional.ofNullable(applications.get(id)));
  }

  @Override
  public Uni<Optional<ApplicationView>> applicationOf(TradeId trade, PartyId bidder) {
    return locked(() -> all(it -> isOf(it, trade, bidder)).findAny());
  }

  @Override
  public Uni<List<ApplicationView>> standing(TradeId trade) {
    return locked(() -> all(it -> it.trade().equals(trade) && stands(it)).toList());
  }

  private static boolean stands(ApplicationView application) {
    return application.state() == ApplicationView.State.APPLIED
        || application.state() == ApplicationView.State.QUALIFIED;
  }

  @Override
  public Uni<Page<ApplicationView>> ofTrade(TradeId trade, Optional<String> after, int limit) {
    return page(it -> it.trade().equals(trade), after, limit);
  }

  @Override
  public Uni<Page<ApplicationView>> ofBidder(PartyId bidder, Optional<String> after, int limit) {
    return page(it -> it.bidder().equals(bidder), after, limit);
  }

  private Uni<Page<ApplicationView>> page(
      Predicate<ApplicationView> which, Optional<String> after, int limit) {
    return locked(
        () -> {
          int from = after.map(Integer::valueOf).orElse(0);
          List<ApplicationView> all = all(which).toList();
          int to = Math.min(all.size(), from + limit);
          return new Page<>(
              all.subList(from, to),
              to < all.size() ? Optional.of(String.valueOf(to)) : Optional.empty());
        });
  }

  @Override
  public Uni<Optional<PaddleView>> paddle(TradeId trade, PartyId bidder) {
    Predicate<PaddleView> isIt = it -> it.trade().equals(trade) && it.bidder().equals(bidder);
    return locked(() -> paddles.stream().filter(isIt).findAny());
  }

  private List<RecordedAct> found(TradeId trade, List<Name> names) {
    return names.stream().map(book(trade)::get).filter(Objects::nonNull).toList();
  }

  public Map<Name, RecordedAct> book(TradeId trade) {
    return books.computeIfAbsent(trade, any -> new HashMap<>());
  }

  private Stream<ApplicationView> all(Predicate<ApplicationView> which) {
    return applications.values().stream().filter(which);
  }

  private static boolean isOf(ApplicationView application, TradeId trade, PartyId bidder) {
    return application.trade().equals(trade) && application.bidder().equals(bidder);
  }

  private synchronized <T> T under(Supplier<T> act) {
    return act.get();
  }

  private <T> Uni<T> locked(Supplier<T> act) {
    return Uni.createFrom().item(() -> under(act));
  }
}
