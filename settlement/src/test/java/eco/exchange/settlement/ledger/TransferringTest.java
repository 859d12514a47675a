package eco.exchange.settlement.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eco.exchange.money.Money;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TransferringTest {

  private static final Instant AT = Instant.parse("2026-03-02T01:00:00Z");

  private Ledger ledger = Ledger.EMPTY;

  @Test
  void money_moves_only_if_it_is_there() {
    hears(
        """
        in    BANK    DEPOSIT 100 RECEIPT      -      ok
        zero  BANK    DEPOSIT   0 RECEIPT      -      AMOUNT_NOT_POSITIVE
        less  BANK    DEPOSIT  -1 RECEIPT      -      AMOUNT_NOT_POSITIVE
        self  BANK    BANK      1 RECEIPT      -      SAME_ACCOUNT
        in    BANK    DEPOSIT   1 RECEIPT      -      KEY_USED
        over  DEPOSIT PAYOUT  101 PAYOUT       -      NOT_ENOUGH
        out   DEPOSIT PAYOUT  100 PAYOUT       -      ok
        more  DEPOSIT PAYOUT    1 PAYOUT       -      NOT_ENOUGH
        """);
    stands("BANK -100 0, DEPOSIT 0 0, PAYOUT 100 0");
  }

  @Test
  void a_hold_keeps_the_money_until_it_is_posted_once() {
    hears(
        """
        in    BANK    DEPOSIT 100 RECEIPT      -      ok
        hold  DEPOSIT ESCROW   60 DEPOSIT      hold   ok
        out   DEPOSIT PAYOUT   41 PAYOUT       -      NOT_ENOUGH
        more  DEPOSIT ESCROW   41 DEPOSIT      hold   NOT_ENOUGH
        post  DEPOSIT ESCROW   60 DEPOSIT      post:none PENDING_UNKNOWN
        post  DEPOSIT ESCROW   60 DEPOSIT      post:in   PENDING_UNKNOWN
        post  DEPOSIT ESCROW   59 DEPOSIT      post:hold PENDING_DIFFERS
        post  DEPOSIT PAYOUT   60 DEPOSIT      post:hold PENDING_DIFFERS
        post  DEPOSIT ESCROW   60 PAYOUT       post:hold PENDING_DIFFERS
        post  DEPOSIT ESCROW   60 DEPOSIT      post:hold ok
        again DEPOSIT ESCROW   60 DEPOSIT      post:hold PENDING_RESOLVED
        void  DEPOSIT ESCROW   60 DEPOSIT      void:hold PENDING_RESOLVED
        out   DEPOSIT PAYOUT   40 PAYOUT       -      ok
        """);
    stands("BANK -100 0, DEPOSIT 0 0, ESCROW 60 0, PAYOUT 40 0");
  }

  @Test
  void a_hold_that_is_given_up_frees_the_money() {
    hears(
        """
        in    BANK    DEPOSIT 100 RECEIPT      -      ok
        hold  DEPOSIT ESCROW  100 DEPOSIT      hold   ok
        bare  DEPOSIT ESCROW  100 DEPOSIT      void   PHASE_WRONG
        void  DEPOSIT ESCROW  100 DEPOSIT      void:hold ok
        post  DEPOSIT ESCROW  100 DEPOSIT      post:hold PENDING_RESOLVED
        out   DEPOSIT PAYOUT  100 PAYOUT       -      ok
        """);
    stands("BANK -100 0, DEPOSIT 0 0, ESCROW 0 0, PAYOUT 100 0");
  }

  @Test
  void an_escrow_pays_only_by_distribution() {
    hears(
        """
        in    BANK    PRICE   100 RECEIPT      -      ok
        price PRICE   ESCROW  100 PRICE        -      ok
        out   ESCROW  PAYOUT    1 PAYOUT       -      ESCROW_KEPT
        hold  ESCROW  PAYEE     1 DEPOSIT      hold   ESCROW_KEPT
        share ESCROW  PAYEE     1 DISTRIBUTION -      ESCROW_KEPT
        wrong ESCROW  PAYOUT    1 DISTRIBUTION by     ESCROW_KEPT
        else  BANK    PAYEE     1 DISTRIBUTION by     ESCROW_KEPT
        over  ESCROW  PAYEE   101 DISTRIBUTION by     NOT_ENOUGH
        share ESCROW  PAYEE   100 DISTRIBUTION by     ok
        """);
    stands("BANK -100 0, ESCROW 0 0, PAYEE 100 0, PRICE 0 0");
  }

  @Test
  void what_is_refused_and_written_all_the_same_is_our_own_mistake() {
    Transfer unfunded = transfer("x", "DEPOSIT", "PAYOUT", 1, "PAYOUT", "-");

    assertThatThrownBy(() -> ledger.with(unfunded))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("NOT_ENOUGH");
  }

  /** Plays a table: key, debit, credit, fen, code, phase, and the answer that is expected. */
  private void hears(String table) {
    for (String line : table.lines().toList()) {
      String[] row = line.trim().split(" +");
      Transfer transfer = transfer(row[0], row[1], row[2], Long.parseLong(row[3]), row[4], row[5]);
      Optional<LedgerRefusal> refusal = ledger.refusal(transfer);
      assertThat(refusal.map(Enum::name).orElse("ok")).as(line).isEqualTo(row[6]);
      if (refusal.isEmpty()) {
        ledger = ledger.with(transfer);
      }
    }
  }

  private void stands(String expected) {
    assertThat(
            ledger.accounts().values().stream()
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
      String key, String debit, String credit, long fen, String code, String phase) {
    Transfer moving =
        Transfer.moving(
            key,
            AccountName.of("T", Purpose.valueOf(debit)),
            AccountName.of("T", Purpose.valueOf(credit)),
            new Money(fen),
            Code.valueOf(code),
            AT);
    String[] words = phase.split(":");
    return switch (words[0]) {
      case "hold" -> moving.held();
      case "by" -> moving.by("D");
      case "post" -> named(words[1], moving).posted(key, AT);
      case "void" -> words.length > 1 ? named(words[1], moving).voided(key, AT) : bareVoid(moving);
      default -> moving;
    };
  }

  private static Transfer named(String key, Transfer like) {
    return Transfer.moving(key, like.debit(), like.credit(), like.amount(), like.code(), AT);
  }

  private static Transfer bareVoid(Transfer like) {
    return new Transfer(
        like.key(),
        like.debit(),
        like.credit(),
        like.amount(),
        like.code(),
        Phase.VOIDED,
        Optional.empty(),
        Optional.empty(),
        AT);
  }
}
