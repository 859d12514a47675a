package eco.exchange.lab.bank;

import static org.assertj.core.api.Assertions.assertThat;

import eco.exchange.answer.Answer;
import eco.exchange.market.AccountId;
import eco.exchange.market.Actor;
import eco.exchange.market.Page;
import eco.exchange.market.PartyId;
import eco.exchange.market.RightKind;
import eco.exchange.market.TradeId;
import eco.exchange.money.Money;
import eco.exchange.server.bank.BankFileTransfer;
import eco.exchange.server.bank.BankFolder;
import eco.exchange.settlement.bank.BankAccount;
import eco.exchange.settlement.bank.HouseAccount;
import eco.exchange.settlement.banking.BankMessageView;
import eco.exchange.settlement.banking.Banking;
import eco.exchange.settlement.banking.PayeeAccountView;
import eco.exchange.settlement.deposit.Deposits;
import eco.exchange.settlement.generalledger.GeneralLedger;
import eco.exchange.settlement.reconciliation.BankException;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
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
  private static final Instant DUE = Instant.parse("2031-03-02T16:00:00Z");
  private static final Instant NEXT_DAY = Instant.parse("2031-03-04T04:00:00Z");
  private static final TradeId TRADE =
      TradeId.of("640425", RightKind.values()[0], LocalDate.of(2031, 3, 3), 7);

  /** The bank numbers its movements: in comes the first, out it goes, and then two more come in. */
  private static final String FIRST = "BK0000000001";

  private static final String REJECTED = "BK0000000003";
  private static final String RETURNED = "BK0000000004";
  private static final List<String> CAME_BACK = List.of("CAME_BACK");
  private static final List<String> ANEW = List.of("CAME_BACK", "PAID");
  private static final Actor OFFICER = actor();
  private static final Actor MANAGER = actor();

  @Inject Banking banking;
  @Inject Deposits deposits;
  @Inject GeneralLedger ledger;
  @Inject HouseAccount house;

  private Path shared;
  private BankFolder folder;
  private BankFileTransfer round;
  private Process bank;

  @BeforeEach
  void the_bank_opens(@TempDir Path folder) throws IOException {
    this.shared = folder;
    this.folder = new BankFolder(folder);
    this.round = new BankFileTransfer(banking, this.folder, InstantSource.system());
    this.bank = started();
  }

  @AfterEach
  void the_bank_ends() {
    bank.destroyForcibly();
  }

  @Test
  void late_deposits_come_in_by_slips_and_go_back_by_files_whatever_goes_wrong_between()
      throws Exception {
    paysDepositLate("anji", "622202020011220001");
    until(() -> states(FIRST).equals(List.of("PAID")));

    bank.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
    paysDepositLate("deqing", "622202020011229001");
    paysDepositLate("lishui", "622202020011229002");
    bank = started();
    until(() -> states(REJECTED).equals(CAME_BACK) && states(RETURNED).equals(CAME_BACK));

    paysTo(REJECTED, "622202020011220005");
    paysTo(RETURNED, "622202020011220006");
    until(() -> states(REJECTED).equals(ANEW) && states(RETURNED).equals(ANEW));
    BankCounter.handIn(folder, "close", new BankSlip.CloseDay(NEXT_DAY));
    until(() -> closing().equals(Optional.of(Money.ZERO)));

    assertThat(await(banking.exceptions(Optional.empty(), Page.LIMIT_MAX)).items())
        .hasSize(refusedFiles())
        .allSatisfy(open -> assertThat(open.kind()).isEqualTo(BankException.Kind.MESSAGE_REFUSED));
    assertThat(await(ledger.count()).areRight()).isTrue();
  }

  // Each file that the bank has cut off is a task of its own, and nothing else is.
  private int refusedFiles() throws IOException {
    List<Path> refused = BankFolder.waiting(folder.fromBank().resolve("refused"));
    assertThat(refused).isNotEmpty().allMatch(file -> file.toString().endsWith("-cut.xml"));
    return refused.size();
  }

  private void paysDepositLate(String bidder, String from) throws IOException {
    PartyId party = new PartyId(UUID.nameUUIDFromBytes(bidder.getBytes(StandardCharsets.UTF_8)));
    String number = done(deposits.expect(TRADE, party, DEPOSIT, DUE, 3)).number();
    BankCounter.handIn(folder, bidder, slip(NOON, number, DEPOSIT.decimal(), from));
  }

  private static BankSlip slip(Instant at, String number, String amount, String from) {
    BankAccount payer = new BankAccount("付款人 " + from, from, BANK);
    return new BankSlip.PayIn(at, number, Money.yuan(amount), payer, "保证金");
  }

  private void paysTo(String receipt, String to) {
    String payee = await(banking.paymentsOfReceipt(receipt)).getFirst().payee();
    BankAccount account = new BankAccount("更正后的户名", to, BANK);
    PayeeAccountView noted = done(banking.noteAccount(payee, account, OFFICER));
    done(banking.confirmAccount(payee, noted.number(), MANAGER));
  }

  private List<String> states(String receipt) {
    return await(banking.paymentsOfReceipt(receipt)).stream()
        .map(payment -> payment.state().name())
        .toList();
  }

  private Optional<Money> closing() {
    return await(banking.messages(Optional.empty(), 1)).items().stream()
        .findFirst()
        .flatMap(BankMessageView::closing);
  }

  private void until(BooleanSupplier reached) throws IOException {
    long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (!reached.getAsBoolean()) {
      assertThat(System.nanoTime() - deadline)
          .as("%s %s", states(REJECTED), states(RETURNED))
          .isNegative();
      round.make();
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
    }
  }

  private Process started() throws IOException {
    return new ProcessBuilder(
            ProcessHandle.current().info().command().orElseThrow(),
            "-cp",
            System.getProperty("java.class.path"),
            "eco.exchange.lab.bank.SimulatedBank",
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
    return asked.await().atMost(Duration.ofSeconds(60));
  }
}
