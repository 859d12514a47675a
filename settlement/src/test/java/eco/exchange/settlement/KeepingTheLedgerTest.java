package eco.exchange.settlement;

import static eco.exchange.settlement.SettlementMarket.START;
import static eco.exchange.settlement.SettlementMarket.await;
import static org.assertj.core.api.Assertions.assertThat;

import eco.exchange.calendar.MarketClock;
import eco.exchange.money.Money;
import eco.exchange.settlement.generalledger.GeneralLedger;
import eco.exchange.settlement.ledger.AccountName;
import eco.exchange.settlement.ledger.AccountPurpose;
import eco.exchange.settlement.ledger.BalanceView;
import eco.exchange.settlement.ledger.ChainAnswer;
import eco.exchange.settlement.ledger.LedgerRefusal;
import eco.exchange.settlement.ledger.Transfer;
import eco.exchange.settlement.ledger.TransferChain;
import eco.exchange.settlement.ledger.TransferCode;
import eco.exchange.testing.TestDatabase;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KeepingTheLedgerTest {

  private static final AccountName BANK = AccountName.of("T", AccountPurpose.BANK);
  private static final AccountName DEPOSIT = AccountName.of("T", AccountPurpose.DEPOSIT);
  private static final AccountName PAYOUT = AccountName.of("T", AccountPurpose.PAYOUT);
  private static final ChainAnswer MADE = new ChainAnswer.Made();

  private final MarketClock clock =
      new MarketClock(Clock.fixed(START, ZoneOffset.UTC), Duration.ZERO);
  private final PgMarket database = new PgMarket(TestDatabase.migrated());
  private final GeneralLedger ledger = database.ledger(clock);

  @Test
  void what_is_asked_for_at_the_same_moment_is_made_in_one_commit() {
    post(moving("in", BANK, DEPOSIT, 1_000));
    List<Uni<ChainAnswer>> asked =
        IntStream.range(0, 500)
            .mapToObj(i -> ledger.post(TransferChain.of(moving("out" + i, DEPOSIT, PAYOUT, 3))))
            .toList();

    List<ChainAnswer> answers = await(Uni.join().all(asked).andFailFast());

    ChainAnswer refused = new ChainAnswer.Refused(0, LedgerRefusal.NOT_ENOUGH);
    assertThat(answers.stream().filter(MADE::equals)).hasSize(333);
    assertThat(answers.stream().filter(refused::equals)).hasSize(167);
    assertThat(
            Integer.parseInt(
                database
                    .texts(
                        "SELECT count(DISTINCT recorded_at || xmin::text) FROM settlement.transfer")
                    .getFirst()))
        .isLessThan(20);
    assertThat(await(ledger.count()).areRight()).isTrue();
  }

  @Test
  void a_chain_that_the_database_refuses_harms_no_other() {
    Transfer stolen = moving("x", AccountName.of("T", AccountPurpose.ESCROW), PAYOUT, 1);
    Uni<ChainAnswer> good = ledger.post(TransferChain.of(moving("in", BANK, DEPOSIT, 5)));
    Uni<ChainAnswer> bad = ledger.post(TransferChain.of(stolen.by("none")));

    assertThat(await(Uni.join().all(good, bad).andFailFast()))
        .containsExactly(MADE, new ChainAnswer.Refused(0, LedgerRefusal.ESCROW_KEPT));
  }

  @Test
  void a_hold_expires_when_its_time_has_come_even_on_a_closed_account() {
    post(moving("in", BANK, DEPOSIT, 100));
    post(moving("hold", DEPOSIT, PAYOUT, 60).heldUntil(START.plusSeconds(60)));
    post(moving("other", DEPOSIT, PAYOUT, 10).heldUntil(START.plusSeconds(90)));
    assertThat(await(ledger.close(DEPOSIT))).isTrue();
    assertThat(await(ledger.close(AccountName.of("U", AccountPurpose.DEPOSIT)))).isFalse();
    assertThat(await(ledger.expire())).isZero();
    clock.moveTo(START.plusSeconds(60));

    assertThat(await(ledger.expire())).isEqualTo(1);
    assertThat(await(ledger.expire())).isZero();

    assertThat(balance(START.plusSeconds(60))).isEqualTo(stands(100, 10));
    assertThat(refusal(moving("more", BANK, DEPOSIT, 1))).isEqualTo(LedgerRefusal.ACCOUNT_CLOSED);
    assertThat(refusal(moving("hold", DEPOSIT, PAYOUT, 60).posted("late", START.plusSeconds(61))))
        .isEqualTo(LedgerRefusal.HOLD_EXPIRED);
    assertThat(await(ledger.count()).areRight()).isTrue();
  }

  @Test
  void it_is_known_what_stood_where_at_any_time_and_what_was_known_of_it_when() {
    post(moving("in", BANK, DEPOSIT, 100));
    post(moving("out", DEPOSIT, PAYOUT, 60));
    Instant before = clock.instant();
    clock.moveTo(START.plusSeconds(100));
    Transfer hold = moving("hold", DEPOSIT, PAYOUT, 30).held();
    post(hold);
    post(hold.posted("post", new Money(20), at(50)));

    assertThat(balance(START.minusSeconds(1))).isEqualTo(stands(0, 0));
    assertThat(balance(START)).isEqualTo(stands(40, 30));
    assertThat(balance(at(50))).isEqualTo(stands(20, 0));
    assertThat(await(ledger.balance(DEPOSIT, at(50), before))).isEqualTo(stands(40, 0));
  }

  @Test
  void a_correction_names_its_mistake_and_never_exceeds_it() {
    Transfer in = moving("in", BANK, DEPOSIT, 100);
    post(in);
    post(in.corrected("back", new Money(70), START));
    assertThat(refusal(in.corrected("more", new Money(31), START)))
        .isEqualTo(LedgerRefusal.MISTAKE_EXCEEDED);
    post(in.corrected("rest", new Money(30), START));

    assertThat(
            database.attackAsOwner(
                """
                INSERT INTO settlement.transfer (business_key, debit, credit, amount_fen, code, phase,
                                                 corrects, event_at, recorded_at)
                VALUES ('a', 'T:BANK', 'T:DEPOSIT', 1, 'RECEIPT', 'POSTED', NULL, now(), now()),
                       ('b', 'T:DEPOSIT', 'T:BANK', 1, 'CORRECTION', 'POSTED', 'in', now(), now())
                """))
        .contains("did not move so much");
    assertThat(balance(START)).isEqualTo(stands(0, 0));
  }

  private static Instant at(long second) {
    return START.plusSeconds(second);
  }

  private static Transfer moving(String key, AccountName debit, AccountName credit, long fen) {
    return Transfer.moving(key, debit, credit, new Money(fen), TransferCode.PAYOUT, START);
  }

  private void post(Transfer transfer) {
    assertThat(await(ledger.post(TransferChain.of(transfer)))).as(transfer.key()).isEqualTo(MADE);
  }

  private LedgerRefusal refusal(Transfer transfer) {
    return ((ChainAnswer.Refused) await(ledger.post(TransferChain.of(transfer)))).reason();
  }

  private BalanceView balance(Instant at) {
    return await(ledger.balance(DEPOSIT, at, clock.instant()));
  }

  private static BalanceView stands(long balance, long held) {
    return new BalanceView(DEPOSIT.text(), new Money(balance), new Money(held));
  }
}
