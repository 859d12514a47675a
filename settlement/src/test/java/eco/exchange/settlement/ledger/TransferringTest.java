package eco.exchange.settlement.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eco.exchange.money.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TransferringTest {

  private static final Instant MIDNIGHT = Instant.parse("2026-03-02T00:00:00Z");

  private Ledger ledger = Ledger.EMPTY;

  @Test
  void money_moves_only_if_it_is_there() {
    hears(
        """
        in    BANK    DEPOSIT 100 RECEIPT      -      made
        zero  BANK    DEPOSIT   0 RECEIPT      -      AMOUNT_NOT_POSITIVE
        less  BANK    DEPOSIT  -1 RECEIPT      -      AMOUNT_NOT_POSITIVE
        self  BANK    BANK      1 RECEIPT      -      SAME_ACCOUNT
        over  DEPOSIT PAYOUT  101 PAYOUT       -      NOT_ENOUGH
        out   DEPOSIT PAYOUT  100 PAYOUT       -      made
        more  DEPOSIT PAYOUT    1 PAYOUT       -      NOT_ENOUGH
        """);
    stands("BANK -100 0, DEPOSIT 0 0, PAYOUT 100 0");
  }

  @Test
  void what_is_sent_again_is_answered_as_before_and_has_no_second_effect() {
    hears(
        """
        in    BANK    DEPOSIT 100 RECEIPT      -      made
        in    BANK    DEPOSIT 100 RECEIPT      -      made
        in    BANK    DEPOSIT 101 RECEIPT      -      KEY_USED
        in    BANK    PRICE   100 RECEIPT      -      KEY_USED
        in    BANK    DEPOSIT 100 RECEIPT      hold   KEY_USED
        in    BANK    DEPOSIT 100 RECEIPT      -@2    KEY_USED
        """);
    stands("BANK -100 0, DEPOSIT 100 0");
  }

  @Test
  void a_hold_keeps_the_money_until_it_is_posted_once() {
    hears(
        """
        in    BANK    DEPOSIT 100 RECEIPT      -      made
        hold  DEPOSIT ESCROW   60 DEPOSIT      hold   made
        out   DEPOSIT PAYOUT   41 PAYOUT       -      NOT_ENOUGH
        more  DEPOSIT ESCROW   41 DEPOSIT      hold   NOT_ENOUGH
        post  DEPOSIT ESCROW   60 DEPOSIT      post:none HOLD_UNKNOWN
        post  DEPOSIT ESCROW   60 DEPOSIT      post:in   HOLD_NEVER_WAS
        post  DEPOSIT PAYOUT   60 DEPOSIT      post:hold HOLD_DIFFERS
        post  DEPOSIT ESCROW   60 PAYOUT       post:hold HOLD_DIFFERS
        void  DEPOSIT ESCROW   59 DEPOSIT      void:hold HOLD_DIFFERS
        post  DEPOSIT ESCROW   61 DEPOSIT      post:hold HOLD_EXCEEDED
        post  DEPOSIT ESCROW   60 DEPOSIT      post:hold made
        again DEPOSIT ESCROW   60 DEPOSIT      post:hold HOLD_POSTED
        void  DEPOSIT ESCROW   60 DEPOSIT      void:hold HOLD_POSTED
        out   DEPOSIT PAYOUT   40 PAYOUT       -      made
        """);
    stands("BANK -100 0, DEPOSIT 0 0, ESCROW 60 0, PAYOUT 40 0");
  }

  @Test
  void what_is_posted_in_part_frees_the_rest() {
    hears(
        """
        in    BANK    DEPOSIT 100 RECEIPT      -      made
        hold  DEPOSIT ESCROW   60 DEPOSIT      hold   made
        post  DEPOSIT ESCROW   20 DEPOSIT      post:hold made
        rest  DEPOSIT ESCROW   40 DEPOSIT      post:hold HOLD_POSTED
        out   DEPOSIT PAYOUT   80 PAYOUT       -      made
        """);
    stands("BANK -100 0, DEPOSIT 0 0, ESCROW 20 0, PAYOUT 80 0");
  }

  @Test
  void a_hold_that_is_given_up_frees_the_money() {
    hears(
        """
        in    BANK    DEPOSIT 100 RECEIPT      -      made
        hold  DEPOSIT ESCROW  100 DEPOSIT      hold   made
        void  DEPOSIT ESCROW  100 DEPOSIT      void:hold made
        post  DEPOSIT ESCROW  100 DEPOSIT      post:hold HOLD_VOIDED
        out   DEPOSIT PAYOUT  100 PAYOUT       -      made
        """);
    stands("BANK -100 0, DEPOSIT 0 0, PAYOUT 100 0");
  }

  @Test
  void a_hold_whose_time_has_come_can_only_expire() {
    hears(
        """
        in    BANK    DEPOSIT 100 RECEIPT      -        made
        short DEPOSIT ESCROW   60 DEPOSIT      until8@8 HOLD_TOO_SHORT
        hold  DEPOSIT ESCROW   60 DEPOSIT      until9@8 made
        ever  DEPOSIT ESCROW   10 DEPOSIT      hold     made
        early DEPOSIT ESCROW   60 DEPOSIT      expire:hold@8 HOLD_RUNS
        ever2 DEPOSIT ESCROW   10 DEPOSIT      expire:ever@9 HOLD_RUNS
        late  DEPOSIT ESCROW   60 DEPOSIT      post:hold@9   HOLD_IS_OVER
        late  DEPOSIT ESCROW   60 DEPOSIT      void:hold@9   HOLD_IS_OVER
        part  DEPOSIT ESCROW   59 DEPOSIT      expire:hold@9 HOLD_DIFFERS
        over  DEPOSIT ESCROW   60 DEPOSIT      expire:hold@9 made
        post  DEPOSIT ESCROW   60 DEPOSIT      post:hold@8   HOLD_EXPIRED
        out   DEPOSIT PAYOUT   90 PAYOUT       -        made
        """);
    stands("BANK -100 0, DEPOSIT 10 10, PAYOUT 90 0");
  }

  @Test
  void a_mistake_is_corrected_by_a_transfer_that_names_it() {
    hears(
        """
        in    BANK    DEPOSIT 100 RECEIPT      -      made
        hold  DEPOSIT ESCROW   10 DEPOSIT      hold   made
        back  DEPOSIT BANK    100 CORRECTION   -      MISTAKE_UNKNOWN
        back  DEPOSIT BANK    100 CORRECTION   correct:none MISTAKE_UNKNOWN
        back  ESCROW  DEPOSIT  10 CORRECTION   correct:hold MISTAKE_MOVED_NOTHING
        back  DEPOSIT PAYOUT  100 CORRECTION   correct:in   MISTAKE_DIFFERS
        back  DEPOSIT BANK     30 PAYOUT       correct:in   MISTAKE_DIFFERS
        back  DEPOSIT BANK    101 CORRECTION   correct:in   MISTAKE_EXCEEDED
        back  DEPOSIT BANK     30 CORRECTION   correct:in   made
        more  DEPOSIT BANK     71 CORRECTION   correct:in   MISTAKE_EXCEEDED
        more  DEPOSIT BANK     70 CORRECTION   correct:in   NOT_ENOUGH
        more  DEPOSIT BANK     60 CORRECTION   correct:in   made
        undo  BANK    DEPOSIT  60 CORRECTION   correct:more made
        """);
    stands("BANK -70 0, DEPOSIT 70 10");
  }

  @Test
  void a_closed_account_takes_nothing_in_but_a_hold_on_it_may_end() {
    hears(
        """
        in    BANK    DEPOSIT 100 RECEIPT      -      made
        hold  DEPOSIT PAYOUT   40 DEPOSIT      until9 made
        keep  DEPOSIT PAYOUT   10 DEPOSIT      hold   made
        """);
    close("DEPOSIT");
    close("PAYOUT");
    hears(
        """
        again BANK    DEPOSIT   1 RECEIPT      -      ACCOUNT_CLOSED
        later BANK    DEPOSIT   1 RECEIPT      hold   ACCOUNT_CLOSED
        post  DEPOSIT PAYOUT   10 DEPOSIT      post:keep     ACCOUNT_CLOSED
        over  DEPOSIT PAYOUT   40 DEPOSIT      expire:hold@9 made
        void  DEPOSIT PAYOUT   10 DEPOSIT      void:keep     made
        out   DEPOSIT SUSPENSE 100 PAYOUT      -      made
        """);
    stands("BANK -100 0, DEPOSIT 0 0, PAYOUT 0 0, SUSPENSE 100 0");
  }

  @Test
  void an_escrow_pays_only_by_distribution() {
    hears(
        """
        in    BANK    PRICE   100 RECEIPT      -      made
        price PRICE   ESCROW  100 PRICE        -      made
        out   ESCROW  PAYOUT    1 PAYOUT       -      ESCROW_KEPT
        hold  ESCROW  PAYEE     1 DEPOSIT      hold   ESCROW_KEPT
        share ESCROW  PAYEE     1 DISTRIBUTION -      ESCROW_KEPT
        wrong ESCROW  PAYOUT    1 DISTRIBUTION by     ESCROW_KEPT
        else  BANK    PAYEE     1 DISTRIBUTION by     ESCROW_KEPT
        code  ESCROW  PAYEE     1 PAYOUT       by     ESCROW_KEPT
        back  ESCROW  PRICE     1 CORRECTION   correct:price ESCROW_KEPT
        over  ESCROW  PAYEE   101 DISTRIBUTION by     NOT_ENOUGH
        share ESCROW  PAYEE   100 DISTRIBUTION by     made
        """);
    stands("BANK -100 0, ESCROW 0 0, PAYEE 100 0, PRICE 0 0");
  }

  @Test
  void what_cannot_be_counted_is_refused() {
    hears(
        """
        all   BANK    DEPOSIT 9223372036854775807 RECEIPT -    made
        more  BANK    DEPOSIT 1                   RECEIPT -    OVERFLOW
        other BANK    PRICE   2                   RECEIPT -    OVERFLOW
        hold  BANK    PRICE   2                   RECEIPT hold OVERFLOW
        """);
    stands("BANK -9223372036854775807 0, DEPOSIT 9223372036854775807 0");
  }

  @Test
  void a_chain_is_made_whole_or_not_at_all() {
    hears("in BANK DEPOSIT 100 RECEIPT - made");
    Transfer out = transfer("out", "DEPOSIT", "PAYOUT", 60, "PAYOUT", "-");
    Transfer over = transfer("over", "DEPOSIT", "PAYOUT", 41, "PAYOUT", "-");
    Transfer rest = transfer("rest", "DEPOSIT", "PAYOUT", 40, "PAYOUT", "-");

    Judgement judgement =
        ledger.judge(
            List.of(
                TransferChain.of(out, over, rest),
                TransferChain.of(out, rest),
                TransferChain.of(out, rest),
                TransferChain.of(rest, over)));

    ChainAnswer.Refused refused = new ChainAnswer.Refused(1, LedgerRefusal.NOT_ENOUGH);
    assertThat(judgement.answers())
        .containsExactly(
            refused,
            new ChainAnswer.Made(),
            new ChainAnswer.Made(),
            new ChainAnswer.Refused(0, LedgerRefusal.KEY_USED));
    assertThat(refused.reasonOf(0)).isEqualTo(LedgerRefusal.LINKED_REFUSED);
    assertThat(refused.reasonOf(1)).isEqualTo(LedgerRefusal.NOT_ENOUGH);
    assertThat(judgement.made()).containsExactly(out, rest);
  }

  @Test
  void the_members_of_a_chain_stand_on_each_other() {
    Transfer in = transfer("in", "BANK", "DEPOSIT", 100, "RECEIPT", "-");
    Transfer hold = transfer("hold", "DEPOSIT", "PAYOUT", 100, "DEPOSIT", "hold");
    Transfer post = hold.posted("post", new Money(30), hour(1));
    Transfer out = transfer("out", "DEPOSIT", "PRICE", 71, "PRICE", "-");
    Transfer less = transfer("less", "DEPOSIT", "PRICE", 70, "PRICE", "-");

    assertThat(
            ledger
                .judge(List.of(TransferChain.of(in, hold, post, out), TransferChain.of(hold)))
                .answers())
        .containsExactly(
            new ChainAnswer.Refused(3, LedgerRefusal.NOT_ENOUGH),
            new ChainAnswer.Refused(0, LedgerRefusal.NOT_ENOUGH));
    assertThat(ledger.judge(List.of(TransferChain.of(in, hold, post, less))).made()).hasSize(4);
  }

  @Test
  void a_chain_has_members_and_not_too_many() {
    Transfer in = transfer("in", "BANK", "DEPOSIT", 100, "RECEIPT", "-");
    List<Transfer> many = new ArrayList<>();
    for (int i = 0; i <= TransferChain.MEMBERS_MAX; i++) {
      many.add(in);
    }

    assertThatThrownBy(TransferChain::of).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new TransferChain(many)).hasMessageContaining("1001");
  }

  @Test
  void what_is_refused_and_written_all_the_same_is_our_own_mistake() {
    Transfer unfunded = transfer("x", "DEPOSIT", "PAYOUT", 1, "PAYOUT", "-");

    assertThatThrownBy(() -> ledger.with(unfunded))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("NOT_ENOUGH");
  }

  /** Plays a table: key, debit, credit, fen, code, effect, and the answer that is expected. */
  private void hears(String table) {
    for (String line : table.lines().toList()) {
      String[] row = line.trim().split(" +");
      Transfer transfer = transfer(row[0], row[1], row[2], Long.parseLong(row[3]), row[4], row[5]);
      Judgement judgement = ledger.judge(List.of(TransferChain.of(transfer)));
      assertThat(worded(judgement.answers().getFirst())).as(line).isEqualTo(row[6]);
      for (Transfer made : judgement.made()) {
        ledger = ledger.with(made);
      }
    }
  }

  private static String worded(ChainAnswer answer) {
    return switch (answer) {
      case ChainAnswer.Made made -> "made";
      case ChainAnswer.Refused refused -> refused.reasonOf(0).name();
    };
  }

  private void close(String purpose) {
    AccountName name = AccountName.of("T", AccountPurpose.valueOf(purpose));
    LedgerAccount open = ledger.account(name);
    Map<AccountName, LedgerAccount> accounts = new TreeMap<>(ledger.accounts());
    accounts.put(name, new LedgerAccount(name, open.balance(), open.held(), true));
    ledger = new Ledger(accounts, ledger.transfers(), ledger.resolutions(), ledger.corrections());
  }

  private void stands(String expected) {
    assertThat(
            new TreeMap<>(ledger.accounts())
                .values().stream()
                    .map(
                        account ->
                            "%s %d %d"
                                .formatted(
                                    account.name().purpose(),
                                    account.balance().fen(),
                                    account.held().fen())))
        .containsExactly(expected.split(", "));
  }

  private static Transfer transfer(
      String key, String debit, String credit, long fen, String code, String effect) {
    String[] timed = effect.split("@");
    return new Transfer(
        key,
        AccountName.of("T", AccountPurpose.valueOf(debit)),
        AccountName.of("T", AccountPurpose.valueOf(credit)),
        new Money(fen),
        TransferCode.valueOf(code),
        effect(timed[0]),
        hour(timed.length > 1 ? Integer.parseInt(timed[1]) : 1));
  }

  private static TransferEffect effect(String text) {
    String[] words = text.split(":");
    return switch (words[0]) {
      case "-" -> new TransferEffect.Move();
      case "by" -> new TransferEffect.Share("D");
      case "hold" -> new TransferEffect.Hold(Optional.empty());
      case "post" -> new TransferEffect.Post(words[1]);
      case "void" -> new TransferEffect.Release(words[1]);
      case "expire" -> new TransferEffect.Expire(words[1]);
      case "correct" -> new TransferEffect.Correct(words[1]);
      default ->
          new TransferEffect.Hold(Optional.of(hour(Integer.parseInt(words[0].substring(5)))));
    };
  }

  private static Instant hour(int hour) {
    return MIDNIGHT.plus(Duration.ofHours(hour));
  }
}
