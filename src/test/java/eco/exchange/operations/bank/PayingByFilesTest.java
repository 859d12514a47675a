package eco.exchange.operations.bank;

import static org.assertj.core.api.Assertions.assertThat;

import eco.exchange.market.AccountId;
import eco.exchange.market.Actor;
import eco.exchange.market.Answer;
import eco.exchange.market.PartyId;
import eco.exchange.market.RightKind;
import eco.exchange.market.TradeId;
import eco.exchange.money.Money;
import eco.exchange.operations.simulated.Counter;
import eco.exchange.operations.simulated.Slip;
import eco.exchange.settlement.Banking;
import eco.exchange.settlement.Settlement;
import eco.exchange.settlement.bank.BankAccount;
import eco.exchange.settlement.bank.HouseAccount;
import eco.exchange.settlement.bank.MessageView;
import eco.exchange.settlement.bank.PayeeAccountView;
import eco.exchange.settlement.bank.PaymentState;
import eco.exchange.settlement.bank.PaymentView;
import eco.exchange.settlement.receipt.ReceiptView;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A bank in a process of its own, whose messages come twice, cut off and in the wrong order, and
 * that is killed in between: the money comes in and goes out as if nothing had been.
 */
@QuarkusTest
class PayingByFilesTest {

  private static final String BANK = "102100099996";
  private static final Money DEPOSIT = Money.yuan("5000.00");
  private static final Instant NOON = Instant.parse("2031-03-03T04:00:00Z");
  private static final Instant DUE = Instant.parse("2031-03-10T16:00:00Z");
  private static final Instant NEXT_DAY = Instant.parse("2031-03-04T04:00:00Z");
  private static final TradeId TRADE =
      TradeId.of("640425", RightKind.values()[0], LocalDate.of(2031, 3, 3), 7);
  private static final Actor OFFICER = actor();
  private static final Actor MANAGER = actor();

  @Inject Banking banking;
  @Inject Settlement settlement;
  @Inject HouseAccount house;

  private Path shared;
  private BankFolder folder;
  private BankRound round;
  private Process bank;

  @BeforeEach
  void the_bank_opens(@TempDir Path folder) throws IOException {
    this.shared = folder;
    this.folder = new BankFolder(folder);
    this.round = new BankRound(banking, this.folder);
    this.bank = started();
  }

  @AfterEach
  void the_bank_ends() {
    bank.destroyForcibly();
  }

  @Test
  void deposits_come_in_by_slips_and_go_back_by_files_whatever_goes_wrong_between()
      throws Exception {
    String good = paysDeposit("anji", "622202020011220001");
    String wrong = paysDeposit("lishui", "622202020011229001");
    String closed = paysDeposit("deqing", "622202020011229002");
    Counter.handIn(folder, "stray", slip(NOON, "", "7.00", "622202020011220004"));
    until(() -> isReceived(good, wrong, closed) && isStray());

    bank.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
    done(settlement.releaseDeposits(TRADE, Set.of()));
    bank = started();
    until(() -> states().equals(List.of("PAID", "CAME_BACK", "CAME_BACK")));

    payments().stream()
        .filter(payment -> payment.state() == PaymentState.CAME_BACK)
        .forEach(payment -> pays(payment, "622202020011220005"));
    until(() -> states().equals(List.of("PAID", "CAME_BACK", "CAME_BACK", "PAID", "PAID")));
    Counter.handIn(folder, "close", new Slip.CloseDay(NEXT_DAY));
    until(() -> closing().equals(Optional.of(Money.yuan("7.00"))));

    assertThat(await(banking.disputes(Optional.empty(), 10)).items()).isEmpty();
    assertThat(await(settlement.books()).areRight()).isTrue();
  }

  private String paysDeposit(String bidder, String from) throws IOException {
    PartyId party = new PartyId(UUID.nameUUIDFromBytes(bidder.getBytes()));
    String number = done(settlement.expectDeposit(TRADE, party, DEPOSIT, DUE)).number();
    Counter.handIn(folder, bidder, slip(NOON, number, DEPOSIT.decimal(), from));
    return number;
  }

  private static Slip slip(Instant at, String number, String amount, String from) {
    BankAccount payer = new BankAccount("付款人 " + from, from, BANK);
    return new Slip.PayIn(at, number, Money.yuan(amount), payer, "保证金");
  }

  private void pays(PaymentView payment, String to) {
    BankAccount account = new BankAccount("更正后的户名", to, BANK);
    PayeeAccountView noted = done(banking.noteAccount(payment.payee(), account, OFFICER));
    done(banking.confirmAccount(payment.payee(), noted.number(), MANAGER));
  }

  private boolean isReceived(String... numbers) {
    return await(settlement.ledger(TRADE)).stream()
            .filter(transfer -> transfer.key().startsWith("hold/"))
            .count()
        == numbers.length;
  }

  private boolean isStray() {
    return await(settlement.unmatched(Optional.empty(), 200)).items().stream()
        .map(ReceiptView::receipt)
        .anyMatch(receipt -> receipt.payer().endsWith("0004"));
  }

  private List<PaymentView> payments() {
    return await(banking.payments(TRADE));
  }

  private List<String> states() {
    return payments().stream().map(payment -> payment.state().name()).toList();
  }

  private Optional<Money> closing() {
    return await(banking.messages(Optional.empty(), 1)).items().stream()
        .findFirst()
        .flatMap(MessageView::closing);
  }

  private void until(BooleanSupplier reached) throws IOException {
    long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (!reached.getAsBoolean()) {
      assertThat(System.nanoTime() - deadline).as("%s, bank %s", states(), bank).isNegative();
      round.make();
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
    }
  }

  private Process started() throws IOException {
    return new ProcessBuilder(
            ProcessHandle.current().info().command().orElseThrow(),
            "-cp",
            System.getProperty("java.class.path"),
            "eco.exchange.operations.simulated.SimulatedBank",
            shared.toString(),
            house.account().number(),
            "--twice",
            "--truncated",
            "--reversed")
        .redirectErrorStream(true)
        .redirectOutput(shared.resolve("bank.log").toFile())
        .start();
  }

  private static Actor actor() {
    return new Actor(new AccountId(UUID.randomUUID()), new PartyId(UUID.randomUUID()));
  }

  private static <T> T done(Uni<Answer<T>> asked) {
    Answer<T> answer = await(asked);
    assertThat(answer).isInstanceOf(Answer.Done.class);
    return ((Answer.Done<T>) answer).value();
  }

  private static <T> T await(Uni<T> asked) {
    return asked.await().atMost(Duration.ofSeconds(30));
  }
}
