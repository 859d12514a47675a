package eco.exchange.lab.soak;

import eco.exchange.money.Money;
import eco.exchange.settlement.generalledger.GeneralLedger;
import eco.exchange.settlement.ledger.AccountName;
import eco.exchange.settlement.ledger.AccountPurpose;
import eco.exchange.settlement.ledger.BalanceView;
import eco.exchange.settlement.ledger.ChainAnswer;
import eco.exchange.settlement.ledger.Transfer;
import eco.exchange.settlement.ledger.TransferChain;
import eco.exchange.settlement.ledger.TransferCode;
import eco.exchange.settlement.ledger.TransferEffect;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * A client that asks the ledger for random things, one after the other, about accounts that nobody
 * else touches, and holds every answer against the oracle.
 */
final class LedgerLane {

  private static final List<TransferCode> CODES =
      List.of(
          TransferCode.DEPOSIT, TransferCode.PAYOUT, TransferCode.DEPOSIT, TransferCode.CORRECTION);

  /** A moment at which so many changes were recorded. */
  private record Mark(Instant at, int steps) {}

  private final String name;
  private final GeneralLedger ledger;
  private final Clock clock;
  private final RandomGenerator random;
  private final PlainOracle oracle = new PlainOracle();
  private final List<AccountName> accounts = new ArrayList<>();
  private final List<Transfer> asked = new ArrayList<>();
  private final List<Mark> marks = new ArrayList<>();
  private final Instant begun;
  private long operations;

  LedgerLane(String name, GeneralLedger ledger, Clock clock, RandomGenerator random) {
    this.name = name;
    this.ledger = ledger;
    this.clock = clock;
    this.random = random;
    // Things happen a year from now: the ledger itself ends no hold meanwhile.
    this.begun = clock.instant().plus(365, ChronoUnit.DAYS);
    for (AccountPurpose purpose :
        List.of(
            AccountPurpose.BANK,
            AccountPurpose.DEPOSIT,
            AccountPurpose.PRICE,
            AccountPurpose.PAYOUT,
            AccountPurpose.ESCROW)) {
      accounts.add(AccountName.of(name, purpose));
      accounts.add(
          new AccountName(
              name, purpose == AccountPurpose.ESCROW ? AccountPurpose.DEPOSIT : purpose, "2"));
    }
  }

  /** Asks so many things; returns how many transfers were asked for. */
  long run(int chains) {
    for (int i = 0; i < chains; i++) {
      ask();
      if (i % 500 == 0) {
        marks.add(new Mark(clock.instant(), oracle.steps()));
      }
      if (random.nextInt(1_000) == 0) {
        close();
      }
    }
    marks.add(new Mark(clock.instant(), oracle.steps()));
    check();
    return operations;
  }

  private void ask() {
    List<Transfer> members = new ArrayList<>();
    int length = random.nextInt(4) == 0 ? 1 + random.nextInt(4) : 1;
    for (int i = 0; i < length; i++) {
      members.add(drawn());
    }
    asked.addAll(members);
    operations += length;
    TransferChain chain = new TransferChain(members);
    String expected = oracle.post(chain);
    String told = worded(await(ledger.post(chain)));
    if (!told.equals(expected)) {
      throw new IllegalStateException(
          "%s: expected %s, told %s, of %s".formatted(name, expected, told, chain));
    }
  }

  private static String worded(ChainAnswer answer) {
    return switch (answer) {
      case ChainAnswer.Made made -> "made";
      case ChainAnswer.Refused refused -> refused.place() + " " + refused.reason();
    };
  }

  private Transfer drawn() {
    int kind = asked.isEmpty() ? 0 : random.nextInt(100);
    String key = "%s-%d-%d".formatted(name, operations, asked.size() + random.nextInt(1 << 20));
    if (kind < 40) {
      return fresh(key, new TransferEffect.Move());
    }
    if (kind < 60) {
      return fresh(key, new TransferEffect.Hold(until()));
    }
    Transfer old = recent();
    return kind < 95 ? about(old, key) : again(old);
  }

  private Transfer about(Transfer old, String key) {
    Money part = new Money(Math.max(0, old.amount().fen() - Math.max(0, random.nextInt(40) - 20)));
    Transfer whole =
        switch (random.nextInt(6)) {
          case 0 -> old.posted(key, moment());
          case 1 -> old.posted(key, part, moment());
          case 2 -> old.voided(key, moment());
          case 3 -> old.expired(key, moment());
          case 4 -> old.corrected(key, part, moment());
          default -> old.corrected(key, old.amount(), moment());
        };
    return random.nextInt(20) == 0 ? other(whole) : whole;
  }

  // What is sent again, and now and then with another content.
  private Transfer again(Transfer old) {
    return random.nextBoolean() ? old : other(old);
  }

  private Transfer other(Transfer it) {
    return switch (random.nextInt(3)) {
      case 0 ->
          new Transfer(
              it.key(),
              it.debit(),
              it.credit(),
              new Money(it.amount().fen() + 1),
              it.code(),
              it.effect(),
              it.at());
      case 1 ->
          new Transfer(it.key(), any(), it.credit(), it.amount(), it.code(), it.effect(), it.at());
      default ->
          new Transfer(
              it.key(),
              it.debit(),
              it.credit(),
              it.amount(),
              CODES.get(random.nextInt(CODES.size())),
              it.effect(),
              it.at());
    };
  }

  private Transfer fresh(String key, TransferEffect effect) {
    AccountName debit = random.nextInt(3) == 0 ? accounts.getFirst() : any();
    TransferCode code = random.nextInt(50) == 0 ? TransferCode.CORRECTION : TransferCode.DEPOSIT;
    long fen = random.nextInt(50) == 0 ? -random.nextInt(2) : 1 + random.nextInt(1_000);
    return new Transfer(key, debit, any(), new Money(fen), code, effect, moment());
  }

  private Optional<Instant> until() {
    return random.nextBoolean() ? Optional.empty() : Optional.of(moment());
  }

  // Mostly of late, so that what is named may still be under way.
  private Transfer recent() {
    int back = random.nextInt(10) == 0 ? asked.size() : Math.min(asked.size(), 20);
    return asked.get(asked.size() - 1 - random.nextInt(back));
  }

  private AccountName any() {
    return accounts.get(random.nextInt(accounts.size()));
  }

  private Instant moment() {
    return begun.plusSeconds(operations / 10 + random.nextInt(60));
  }

  private void close() {
    AccountName account = new AccountName(name, AccountPurpose.PAYOUT, "2");
    if (await(ledger.close(account))) {
      oracle.close(account.text());
    }
  }

  private void check() {
    for (Mark mark : marks) {
      AccountName account = any();
      same(account, moment(), mark);
    }
    Instant end = begun.plusSeconds(operations + 1_000);
    accounts.forEach(account -> same(account, end, marks.getLast()));
  }

  private void same(AccountName account, Instant by, Mark mark) {
    String text = account.text();
    BalanceView expected =
        new BalanceView(
            text,
            new Money(oracle.balance(text, by, mark.steps())),
            new Money(oracle.held(text, by, mark.steps())));
    BalanceView told = await(ledger.balance(account, by, mark.at()));
    if (!told.equals(expected)) {
      throw new IllegalStateException("%s at %s: %s, but %s".formatted(name, by, expected, told));
    }
  }

  private static <T> T await(Uni<T> asked) {
    return asked.await().indefinitely();
  }
}
