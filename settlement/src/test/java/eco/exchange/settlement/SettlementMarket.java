package eco.exchange.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import eco.exchange.answer.Answer;
import eco.exchange.calendar.MarketClock;
import eco.exchange.market.AccountId;
import eco.exchange.market.Actor;
import eco.exchange.market.ContractId;
import eco.exchange.market.PartyId;
import eco.exchange.market.PaymentPlan;
import eco.exchange.market.RightKind;
import eco.exchange.market.TradeId;
import eco.exchange.money.Money;
import eco.exchange.money.Percentage;
import eco.exchange.settlement.books.BooksStore;
import eco.exchange.settlement.deposit.Deposits;
import eco.exchange.settlement.generalledger.LedgerReader;
import eco.exchange.settlement.instalment.Instalments;
import eco.exchange.settlement.intake.Receipts;
import eco.exchange.settlement.price.Prices;
import eco.exchange.settlement.receipt.BankReceipt;
import eco.exchange.settlement.receipt.PaymentOrderView;
import eco.exchange.settlement.revenue.Revenues;
import eco.exchange.settlement.sharing.Disbursements;
import eco.exchange.sharing.ContractTerm;
import eco.exchange.sharing.Income;
import eco.exchange.sharing.Payee;
import eco.exchange.sharing.Principle;
import eco.exchange.sharing.SealedContract;
import eco.exchange.sharing.SharingTerms;
import eco.exchange.sharing.Step;
import eco.exchange.sharing.TermsJson;
import eco.exchange.sharing.Waterfall;
import io.smallrye.mutiny.Uni;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * The people, the contract and the clock of settlement's tests, and a short way to ask the doors.
 */
public final class SettlementMarket {

  static final Instant START = Instant.parse("2026-03-02T01:00:00Z");
  static final Instant DUE = Instant.parse("2026-03-10T16:00:00Z");
  static final TradeId TRADE = trade(1);
  static final PartyId TOWNSHIP = party("township");
  static final PartyId ANJI = party("anji");
  static final PartyId LISHUI = party("lishui");
  static final PartyId DEQING = party("deqing");
  static final Actor ANJI_CLERK = new Actor(account("anji clerk"), ANJI);
  static final Actor TOWNSHIP_CLERK = new Actor(account("township clerk"), TOWNSHIP);
  static final Actor OFFICER = new Actor(account("officer"), party("centre"));

  /** An eighth of a per cent here and a third there, so that fractions of a fen arise. */
  static final SharingTerms TERMS =
      new SharingTerms(
          List.of(
              new Payee("watershed", "小流域再投入专户", Principle.WATERSHED),
              new Payee("investor", "县水利投资公司", Principle.INVESTS),
              new Payee("owner", "甲村集体", Principle.OWNS),
              new Payee("operator", "安吉竹海公司", Principle.OPERATES),
              new Payee("villagers", "甲村村民", Principle.VILLAGERS)),
          List.of(
              new Waterfall(
                  Income.PRICE,
                  List.of(
                      Step.percent("watershed", Percentage.parse("33.3333")),
                      Step.percent("owner", Percentage.parse("33.3333")),
                      Step.remainder("investor"))),
              new Waterfall(
                  Income.REVENUE,
                  List.of(
                      Step.percent("watershed", Percentage.parse("15.125")),
                      Step.percent("investor", Percentage.parse("24.8751")),
                      Step.percent("operator", Percentage.parse("29.9999")),
                      Step.group(
                          "village",
                          Percentage.parse("30"),
                          List.of(
                              Step.percent("owner", Percentage.parse("33.3333")),
                              Step.remainder("villagers")))))));

  /** The term of twenty years of the contracts here. */
  static final ContractTerm TERM = ContractTerm.of(START, 20);

  final MarketClock clock = new MarketClock(Clock.fixed(START, ZoneOffset.UTC), Duration.ZERO);
  final SettlementDoors door;
  final Deposits deposits;
  final Prices prices;
  final Instalments instalments;
  final Disbursements disbursements;
  final Revenues revenues;
  final Receipts receipts;
  private final BooksStore store;

  SettlementMarket(Function<Clock, BooksStore> store, LedgerReader ledger) {
    this.store = store.apply(clock);
    this.deposits = new Deposits(this.store, clock);
    this.prices = new Prices(this.store, clock);
    this.instalments = new Instalments(this.store, clock);
    this.disbursements = new Disbursements(this.store, clock);
    this.revenues = new Revenues(this.store, clock);
    this.receipts = new Receipts(this.store, clock);
    this.door = new SettlementDoors(deposits, prices, revenues, receipts, disbursements, ledger);
  }

  static TradeId trade(int sequence) {
    return TradeId.of("640425", RightKind.values()[0], LocalDate.of(2026, 3, 2), sequence);
  }

  static PartyId party(String name) {
    return new PartyId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
  }

  static AccountId account(String name) {
    return new AccountId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
  }

  static Money yuan(String amount) {
    return Money.yuan(amount);
  }

  static SealedContract contract(TradeId trade, PartyId transferee, String price, String deposit) {
    return new SealedContract(
        new ContractId(trade, 1),
        TOWNSHIP,
        transferee,
        yuan(price),
        yuan(deposit),
        20,
        TermsJson.write(TERMS),
        TermsJson.hash(TERMS));
  }

  static SealedContract contract(String price, String deposit) {
    return contract(TRADE, ANJI, price, deposit);
  }

  /** The same contract, paid by a plan. */
  static SealedContract inInstalments(SealedContract atOnce, PaymentPlan plan) {
    return new SealedContract(
        atOnce.contract(),
        atOnce.transferor(),
        atOnce.transferee(),
        atOnce.price(),
        atOnce.deposit(),
        Optional.of(plan),
        atOnce.termYears(),
        atOnce.termsJson(),
        atOnce.termsHash());
  }

  static BankReceipt receipt(String reference, String subAccount, String amount, Instant at) {
    return new BankReceipt(reference, subAccount, yuan(amount), "付款人 " + reference, at);
  }

  /** The payment orders of a story. */
  Uni<List<PaymentOrderView>> ordersOf(String story) {
    return store.paymentOrders(story);
  }

  /** The sub-account that a deposit of 200 yuan is awaited on. */
  String deposit(PartyId bidder) {
    return done(door.expectDeposit(TRADE, bidder, yuan("200.00"), DUE, 3)).number();
  }

  /** A deposit of 200 yuan that has come in. */
  String paidDeposit(PartyId bidder) {
    String number = deposit(bidder);
    done(door.receive(receipt("deposit of " + bidder, number, "200.00", START)));
    return number;
  }

  /** Moves the clock to the first days of the year after one. */
  void isOver(int year) {
    clock.moveTo(Instant.parse((year + 1) + "-01-05T01:00:00Z"));
  }

  /** What was done; a refusal fails the test. */
  static <T> T done(Uni<Answer<T>> asked) {
    Answer<T> answer = await(asked);
    assertThat(answer).isInstanceOf(Answer.Done.class);
    return ((Answer.Done<T>) answer).value();
  }

  /** The codes of a refusal, or 'done'. */
  static String told(Uni<? extends Answer<?>> asked) {
    return toldBy(await(asked));
  }

  static String toldBy(Answer<?> answer) {
    return switch (answer) {
      case Answer.Done<?> done -> "done";
      case Answer.Refused<?> refused -> refused.reasons().getFirst().reason().name();
    };
  }

  public static <T> T await(Uni<T> asked) {
    return asked.await().atMost(Duration.ofSeconds(60));
  }
}
