package eco.exchange.settlement.books;

import eco.exchange.answer.Answer;
import eco.exchange.answer.Decision;
import eco.exchange.event.MarketEvent;
import eco.exchange.market.Page;
import eco.exchange.market.PartyId;
import eco.exchange.market.TradeId;
import eco.exchange.money.Money;
import eco.exchange.settlement.generalledger.LedgerReader;
import eco.exchange.settlement.ledger.AccountName;
import eco.exchange.settlement.ledger.BooksView;
import eco.exchange.settlement.ledger.Ledger;
import eco.exchange.settlement.ledger.LedgerAccount;
import eco.exchange.settlement.ledger.Transfer;
import eco.exchange.settlement.ledger.TransferPhase;
import eco.exchange.settlement.ledger.TransferView;
import eco.exchange.settlement.receipt.PaymentOrderView;
import eco.exchange.settlement.receipt.ReceiptView;
import eco.exchange.settlement.receipt.SubAccountNumber;
import eco.exchange.settlement.receipt.SubAccountView;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The books in memory: the same rules without a database. */
public class MemoryBooksStore implements BooksStore, LedgerReader {

  public final List<MarketEvent> events = new ArrayList<>();
  private final Map<TradeId, Books> trades = new LinkedHashMap<>();
  private final Map<String, ReceiptView> receipts = new LinkedHashMap<>();
  private final Map<String, Map<AccountName, LedgerAccount>> accounts = new HashMap<>();
  private final Map<String, Transfer> transfers = new LinkedHashMap<>();
  private final Map<String, List<Transfer>> holds = new HashMap<>();
  private final List<PaymentOrderView> orders = new ArrayList<>();
  private long numbers = 690001000000000000L;

  @Override
  public synchronized <T> Uni<Answer<T>> change(
      Scope scope, Function<Books, Decision<Books, T>> rule) {
    Decision<Books, T> decision = rule.apply(open(scope));
    Books after = decision.next();
    ChangesByKind changes = ChangesByKind.of(List.of(decision));
    changes.receipts().forEach(this::keep);
    changes.decisions().forEach(decided -> keep(decided.receipt()));
    changes.completions().forEach(completed -> keep(completed.receipt()));
    changes.reversals().forEach(reversed -> keep(reversed.receipt()));
    changes.transfers().forEach(this::keep);
    changes.distributions().stream()
        .flatMap(shared -> shared.transfers().stream())
        .forEach(this::keep);
    after.ledger().accounts().forEach((name, account) -> ofStory(name.story()).put(name, account));
    orders.addAll(changes.orders());
    events.addAll(changes.events());
    after.trade().ifPresent(trade -> trades.put(trade, after));
    return Uni.createFrom().item(decision.answer());
  }

  @Override
  public synchronized Uni<Books> books(TradeId trade) {
    return Uni.createFrom().item(open(Scope.of(trade)));
  }

  @Override
  public synchronized Uni<Set<TradeId>> tradesOf(List<String> subAccounts) {
    return Uni.createFrom()
        .item(
            trades.values().stream()
                .filter(
                    books -> subAccounts.stream().anyMatch(it -> books.subAccount(it).isPresent()))
                .flatMap(books -> books.trade().stream())
                .collect(Collectors.toSet()));
  }

  @Override
  public synchronized Uni<Optional<TradeId>> tradeFilledBy(String receipt) {
    return Uni.createFrom()
        .item(
            trades.values().stream()
                .filter(
                    books ->
                        books.subAccounts().values().stream()
                            .anyMatch(account -> account.has(receipt)))
                .flatMap(books -> books.trade().stream())
                .findFirst());
  }

  @Override
  public synchronized Uni<List<SubAccountView>> subAccountsOf(PartyId party) {
    return Uni.createFrom()
        .item(
            trades.values().stream()
                .flatMap(books -> books.subAccounts().values().stream())
                .filter(account -> account.party().equals(party))
                .sorted((one, other) -> one.number().compareTo(other.number()))
                .toList());
  }

  @Override
  public synchronized Uni<List<TransferView>> transfers(TradeId trade) {
    List<Transfer> all = List.copyOf(transfers.values());
    List<TransferView> found = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      if (touches(all.get(i), trade.code())) {
        found.add(view(i + 1, all.get(i)));
      }
    }
    return Uni.createFrom().item(found);
  }

  @Override
  public synchronized Uni<List<PaymentOrderView>> paymentOrders(String story) {
    return Uni.createFrom()
        .item(orders.stream().filter(order -> order.story().equals(story)).toList());
  }

  @Override
  public synchronized Uni<Optional<ReceiptView>> receipt(String reference) {
    return Uni.createFrom().item(Optional.ofNullable(receipts.get(reference)));
  }

  @Override
  public synchronized Uni<Page<ReceiptView>> unmatched(Optional<String> after, int limit) {
    List<ReceiptView> all = List.copyOf(receipts.values());
    List<ReceiptView> page = new ArrayList<>();
    int place = after.map(Integer::parseInt).orElse(0);
    while (place < all.size() && page.size() < limit) {
      if (all.get(place).state() == ReceiptView.State.UNMATCHED) {
        page.add(all.get(place));
      }
      place++;
    }
    Optional<String> next =
        page.size() < limit ? Optional.empty() : Optional.of(String.valueOf(place));
    return Uni.createFrom().item(new Page<>(page, next));
  }

  @Override
  public synchronized Uni<BooksView> count() {
    Map<AccountName, Long> counted = new TreeMap<>();
    for (Transfer transfer : transfers.values()) {
      if (transfer.effect().phase() == TransferPhase.POSTED) {
        counted.merge(transfer.debit(), -transfer.amount().fen(), Long::sum);
        counted.merge(transfer.credit(), transfer.amount().fen(), Long::sum);
      }
    }
    List<LedgerAccount> all =
        accounts.values().stream().flatMap(of -> of.values().stream()).toList();
    List<String> mistaken =
        all.stream()
            .filter(account -> account.balance().fen() != counted.getOrDefault(account.name(), 0L))
            .map(account -> account.name().text())
            .sorted()
            .toList();
    Money sum = all.stream().map(LedgerAccount::balance).reduce(Money.ZERO, Money::plus);
    Money held = all.stream().map(LedgerAccount::held).reduce(Money.ZERO, Money::plus);
    return Uni.createFrom().item(new BooksView(all.size(), transfers.size(), sum, held, mistaken));
  }

  private Books open(Scope scope) {
    Optional<ReceiptView> receipt = scope.receipt().map(receipts::get);
    List<String> stories = scope.stories();
    Ledger ledger =
        Ledger.of(
            stories.stream().flatMap(story -> ofStory(story).values().stream()).toList(),
            Stream.concat(
                    stories.stream()
                        .flatMap(story -> holds.getOrDefault(story, List.of()).stream()),
                    scope.transfers().stream().filter(transfers::containsKey).map(transfers::get))
                .toList());
    if (scope.trade().isEmpty()) {
      return Books.ofReceipt(ledger, receipt);
    }
    Books known = trades.get(scope.trade().get());
    List<String> next = List.of(SubAccountNumber.of(++numbers), SubAccountNumber.of(++numbers));
    return known == null
        ? new Books(
            scope.trade(),
            next,
            ledger,
            Map.of(),
            receipt,
            Optional.empty(),
            List.of(),
            List.of(),
            List.of())
        : new Books(
            scope.trade(),
            next,
            ledger,
            known.subAccounts(),
            receipt,
            known.escrow(),
            known.revenues(),
            known.distributions(),
            List.of());
  }

  private void keep(ReceiptView receipt) {
    receipts.put(receipt.receipt().reference(), receipt);
  }

  private void keep(Transfer transfer) {
    if (transfers.put(transfer.key(), transfer) != null) {
      throw new IllegalStateException("a business key used twice: " + transfer.key());
    }
    if (transfer.effect().phase() != TransferPhase.POSTED
        || transfer.effect().resolved().isPresent()) {
      holds.computeIfAbsent(transfer.debit().story(), story -> new ArrayList<>()).add(transfer);
    }
  }

  private Map<AccountName, LedgerAccount> ofStory(String story) {
    return accounts.computeIfAbsent(story, none -> new TreeMap<>());
  }

  private static boolean touches(Transfer transfer, String story) {
    return transfer.debit().story().equals(story) || transfer.credit().story().equals(story);
  }

  private static TransferView view(long number, Transfer transfer) {
    return new TransferView(
        number,
        transfer.key(),
        transfer.debit().text(),
        transfer.credit().text(),
        transfer.amount(),
        transfer.code(),
        transfer.effect().phase(),
        transfer.effect().resolved(),
        Optional.empty(),
        transfer.effect().corrected(),
        transfer.at(),
        transfer.at());
  }
}
