package eco.exchange.settlement;

import static eco.exchange.settlement.SettlementMarket.START;
import static eco.exchange.settlement.SettlementMarket.TRADE;
import static eco.exchange.settlement.SettlementMarket.await;
import static org.assertj.core.api.Assertions.assertThat;

import eco.exchange.money.Money;
import eco.exchange.settlement.generalledger.GeneralLedger;
import eco.exchange.settlement.ledger.AccountName;
import eco.exchange.settlement.ledger.AccountPurpose;
import eco.exchange.settlement.ledger.BalanceView;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A distribution has no rows of transfers; whoever reads the books finds its shares as others. */
class ReadingTheBooksTest extends AttackedLedger {

  private static final Pattern POSTING = Pattern.compile("    (\\S+)  CNY (-?[0-9.]+)");
  private static final Pattern CLOSING = Pattern.compile("    (\\S+)  CNY 0 = CNY (-?[0-9.]+)");
  private static final AccountName OWNER =
      new AccountName(TRADE.code(), AccountPurpose.PAYEE, "owner");
  private static final AccountName THE_ESCROW = AccountName.of(TRADE.code(), AccountPurpose.ESCROW);

  private GeneralLedger ledger;

  @BeforeEach
  void read() {
    ledger = database.ledger(market.clock);
  }

  @Test
  void the_journal_tells_every_share_and_makes_every_balance() {
    String journal = String.join("", await(ledger.journal().collect().asList()));

    for (String payee : List.of("watershed", "owner", "investor")) {
      assertThat(journal)
          .containsPattern("\\d+ DISTRIBUTION share/" + CONTRACT + "/PRICE/PRICE/" + payee + "\n");
    }
    Map<String, BigDecimal> moved = new HashMap<>();
    journal
        .lines()
        .map(POSTING::matcher)
        .filter(Matcher::matches)
        .forEach(it -> moved.merge(it.group(1), new BigDecimal(it.group(2)), BigDecimal::add));
    Map<String, BigDecimal> kept = new HashMap<>();
    journal
        .lines()
        .map(CLOSING::matcher)
        .filter(Matcher::matches)
        .forEach(it -> kept.put(it.group(1), new BigDecimal(it.group(2))));
    assertThat(moved).isNotEmpty();
    kept.forEach(
        (account, balance) ->
            assertThat(moved.getOrDefault(account, BigDecimal.ZERO))
                .as(account)
                .isEqualByComparingTo(balance));
  }

  @Test
  void a_balance_of_any_time_knows_the_shares() {
    Instant now = market.clock.instant();

    assertThat(ofAll(OWNER, now)).isEqualTo(stands(OWNER, 6_666));
    assertThat(ofAll(THE_ESCROW, now)).isEqualTo(stands(THE_ESCROW, 50_000));
    assertThat(ofAll(OWNER, START.minusSeconds(1))).isEqualTo(stands(OWNER, 0));
  }

  private BalanceView ofAll(AccountName account, Instant until) {
    return await(ledger.balance(account, until, market.clock.instant()));
  }

  private static BalanceView stands(AccountName account, long fen) {
    return new BalanceView(account.text(), new Money(fen), Money.ZERO);
  }
}
