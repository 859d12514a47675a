package eco.exchange.settlement.intake;

import eco.exchange.answer.Answer;
import eco.exchange.answer.Decision;
import eco.exchange.calendar.MarketClock;
import eco.exchange.market.Actor;
import eco.exchange.market.Page;
import eco.exchange.market.PartyId;
import eco.exchange.market.TradeId;
import eco.exchange.settlement.books.Books;
import eco.exchange.settlement.books.BooksStore;
import eco.exchange.settlement.books.BooksStore.Scope;
import eco.exchange.settlement.books.SettlementRefusal;
import eco.exchange.settlement.ledger.Story;
import eco.exchange.settlement.receipt.BankReceipt;
import eco.exchange.settlement.receipt.ReceiptResolution;
import eco.exchange.settlement.receipt.ReceiptReversal;
import eco.exchange.settlement.receipt.ReceiptView;
import eco.exchange.settlement.receipt.SubAccountPurpose;
import eco.exchange.settlement.receipt.SubAccountView;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Receipts of the bank, and the sub-accounts they are meant for: matched, or kept until somebody
 * decides.
 *
 * <p>Idempotent: repeating a call returns the first answer.
 */
@ApplicationScoped
public class Receipts {

  private final BooksStore store;
  private final Clock clock;

  public Receipts(BooksStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * Takes a receipt. What fits its sub-account is held, settled or received; what fits nothing is
   * kept until somebody decides. It is refused only when it makes no sense, or when its number is
   * known with another content.
   */
  public Uni<Answer<ReceiptView>> receive(BankReceipt receipt) {
    return tell(receipt, ReceiptRules::receive);
  }

  /**
   * Takes what the bank tells of a receipt beyond what it told before. One that fitted nothing may
   * fit now.
   */
  public Uni<Answer<ReceiptView>> complete(BankReceipt receipt) {
    return tell(receipt, ReceiptRules::complete);
  }

  /** What a rule makes of what the bank has told. */
  private interface Telling {
    Decision<Books, ReceiptView> decide(Books books, BankReceipt told, Instant now);
  }

  private Uni<Answer<ReceiptView>> tell(BankReceipt receipt, Telling rule) {
    BankReceipt told = receipt.at(MarketClock.micros(receipt.arrivedAt()));
    return store
        .tradesOf(SubAccountMatcher.numbers(told))
        .chain(
            trades ->
                store.change(
                    new Scope(SubAccountMatcher.trade(trades, told), Optional.of(told.reference())),
                    books -> rule.decide(books, told, clock.instant())));
  }

  /**
   * Takes a receipt back, because the bank has; or because it tells it in parts now.
   *
   * @param movement the movement by which it is taken back, or the first of the parts
   */
  public Uni<Answer<ReceiptView>> takeBack(
      String reference, ReceiptReversal.Cause cause, String movement) {
    return store
        .tradeFilledBy(reference)
        .chain(
            trade ->
                store.change(
                    new Scope(trade, Optional.of(reference)),
                    books ->
                        ReversalRules.takeBack(
                            books, cause, movement, MarketClock.micros(clock.instant()))))
        .chain(
            answer ->
                isAssignedMeanwhile(answer)
                    ? takeBack(reference, cause, movement)
                    : Uni.createFrom().item(answer));
  }

  private static boolean isAssignedMeanwhile(Answer<?> answer) {
    return answer instanceof Answer.Refused<?> refused
        && refused.reasons().getFirst().reason() == SettlementRefusal.SUB_ACCOUNT_UNKNOWN;
  }

  /** Decides about a receipt that fitted nothing. */
  public Uni<Answer<ReceiptView>> resolve(
      String reference, ReceiptResolution resolution, Actor officer) {
    return store
        .tradesOf(resolution.target().stream().toList())
        .chain(
            trades ->
                store.change(
                    new Scope(
                        trades.stream().findFirst(),
                        Optional.of(reference),
                        resolution.settled().map(owing -> Story.ofReceipt(owing).key()),
                        List.of()),
                    books ->
                        ReceiptRules.resolve(
                            books, resolution, officer.account(), clock.instant())));
  }

  /** A receipt by the bank's number. */
  public Uni<Optional<ReceiptView>> receipt(String reference) {
    return store.receipt(reference);
  }

  /** The receipts that wait for a decision, oldest first. */
  public Uni<Page<ReceiptView>> unmatched(Optional<String> after, int limit) {
    return store.unmatched(after, Math.clamp(limit, 1, Page.LIMIT_MAX));
  }

  /** Every sub-account of a party, oldest first. */
  public Uni<List<SubAccountView>> subAccountsOf(PartyId party) {
    return store.subAccountsOf(party);
  }

  /** The sub-accounts of a party in a trade for one purpose, oldest first. */
  public Uni<List<SubAccountView>> subAccountsOf(
      TradeId trade, PartyId party, SubAccountPurpose purpose) {
    return store.books(trade).map(books -> books.subAccounts(party, purpose));
  }

  /** The latest of them. */
  public Uni<Optional<SubAccountView>> subAccountOf(
      TradeId trade, PartyId party, SubAccountPurpose purpose) {
    return subAccountsOf(trade, party, purpose)
        .map(all -> all.stream().reduce((earlier, later) -> later));
  }
}
