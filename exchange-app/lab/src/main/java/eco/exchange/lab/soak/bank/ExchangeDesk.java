package eco.exchange.lab.soak.bank;

import eco.exchange.answer.Answer;
import eco.exchange.market.AccountId;
import eco.exchange.market.Actor;
import eco.exchange.market.PartyId;
import eco.exchange.market.RightKind;
import eco.exchange.market.TradeId;
import eco.exchange.money.Money;
import eco.exchange.server.bank.BankFileTransfer;
import eco.exchange.server.bank.BankFolder;
import eco.exchange.settlement.bank.BankAccount;
import eco.exchange.settlement.banking.Banking;
import eco.exchange.settlement.banking.PayeeAccountView;
import eco.exchange.settlement.banking.PaymentState;
import eco.exchange.settlement.banking.PaymentView;
import eco.exchange.settlement.deposit.Deposits;
import eco.exchange.settlement.intake.Receipts;
import eco.exchange.settlement.receipt.ReceiptResolution;
import eco.exchange.settlement.receipt.ReceiptView;
import eco.exchange.settlement.reconciliation.BankException;
import eco.exchange.settlement.reconciliation.ExceptionSettlement;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * The desk of the exchange at which clerks, at random, await deposits, give them back, send stray
 * money back and name accounts, between two rounds with the bank.
 */
final class ExchangeDesk {

  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final int TRADES = 12;
  private static final int BIDDERS = 6;
  private static final int AT_ONCE = 10;
  private static final Actor OFFICER = actor(1);
  private static final Actor MANAGER = actor(2);
  private static final Instant IN_TIME = Instant.parse("2099-01-01T00:00:00Z");
  private static final Instant PAST = Instant.parse("2020-01-01T00:00:00Z");
  private static final List<Money> DEPOSITS =
      List.of(Money.yuan("100.00"), Money.yuan("200.00"), Money.yuan("320.00"));

  private final Banking banking;
  private final Deposits deposits;
  private final Receipts receipts;
  private final BankFileTransfer transfer;
  private final RandomGenerator random;

  ExchangeDesk(PgSettlement settlement, Path folder, RandomGenerator random) {
    this.banking = settlement.door(Banking.class);
    this.deposits = settlement.door(Deposits.class);
    this.receipts = settlement.door(Receipts.class);
    this.transfer = new BankFileTransfer(banking, new BankFolder(folder), InstantSource.system());
    this.random = random;
  }

  /** Makes a round with the bank. */
  void round() throws IOException {
    transfer.make();
  }

  /** Does what clerks do. */
  void act() {
    switch (random.nextInt(8)) {
      case 0, 1, 2 -> awaitDeposit();
      case 3 -> release();
      case 4, 5 -> sendBack();
      case 6 -> nameAccounts();
      default -> explain();
    }
  }

  // One in five is due since long, so that what comes in for it is late and goes back at once.
  private void awaitDeposit() {
    Instant due = random.nextInt(5) == 0 ? PAST : IN_TIME;
    await(
        deposits.expect(
            trade(),
            new PartyId(new UUID(7, random.nextInt(BIDDERS))),
            DEPOSITS.get(random.nextInt(DEPOSITS.size())),
            due.plusSeconds(random.nextInt(1_000_000)),
            3));
  }

  private void release() {
    await(deposits.releaseAllBut(trade(), Set.of()));
  }

  private void sendBack() {
    for (ReceiptView stray : await(receipts.unmatched(Optional.empty(), AT_ONCE)).items()) {
      // Of a sum, or of what was told without names, nobody knows yet to whom it goes back.
      if (stray.receipt().account().isPresent() && random.nextBoolean()) {
        await(
            receipts.resolve(stray.receipt().reference(), new ReceiptResolution.Return(), OFFICER));
      }
    }
  }

  private void nameAccounts() {
    for (PaymentView order : await(banking.stuck(Optional.empty(), AT_ONCE)).items()) {
      if (order.state() == PaymentState.CAME_BACK && order.to().isPresent()) {
        Answer<PayeeAccountView> noted =
            await(banking.noteAccount(order.payee(), another(order.to().get()), OFFICER));
        if (noted instanceof Answer.Done<PayeeAccountView> done) {
          await(banking.confirmAccount(order.payee(), done.value().number(), MANAGER));
        }
      }
    }
  }

  /** Another account of the same payee: of its number the last digit is another. */
  private static BankAccount another(BankAccount account) {
    int last = account.number().length() - 1;
    int digit = (account.number().charAt(last) - '0' + 1) % 10;
    return new BankAccount(
        account.holder(), account.number().substring(0, last) + digit, account.bank());
  }

  private void explain() {
    for (BankException open : await(banking.exceptions(Optional.empty(), AT_ONCE)).items()) {
      if (open.kind() == BankException.Kind.RECEIPT_TAKEN_BACK) {
        ExceptionSettlement explained = new ExceptionSettlement.Explained();
        await(banking.settle(open.key(), explained, "已核实", OFFICER, MANAGER));
      }
    }
  }

  private TradeId trade() {
    return TradeId.of(
        "640425", RightKind.CARBON_SINK, LocalDate.of(2031, 1, 2), 1 + random.nextInt(TRADES));
  }

  private static Actor actor(int number) {
    return new Actor(new AccountId(new UUID(8, number)), new PartyId(new UUID(8, 0)));
  }

  private static <T> T await(Uni<T> asked) {
    return asked.await().atMost(PATIENCE);
  }
}
