package eco.exchange.wording;

import static org.assertj.core.api.Assertions.assertThat;

import eco.exchange.market.RightKind;
import eco.exchange.market.TradeId;
import eco.exchange.money.Money;
import eco.exchange.settlement.ownpayment.OwedAnewView;
import eco.exchange.settlement.receipt.SubAccountPurpose;
import eco.exchange.sharing.Occasion;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is owed anew is said with its reason, and with what follows, in both languages. */
class WordingWhatIsOwedTest {

  private static final TradeId TRADE =
      TradeId.of("640425", RightKind.values()[0], LocalDate.of(2026, 3, 2), 1);

  @Test
  void what_was_used_is_named_by_what_it_was_paid_for() {
    assertThat(said(SubAccountPurpose.PRICE, new Occasion.Price())).isEqualTo("成交价款 | the price");
    assertThat(said(SubAccountPurpose.INSTALMENT, new Occasion.Instalment(2)))
        .isEqualTo("第2期价款 | instalment 2 of the price");
    assertThat(said(SubAccountPurpose.REVENUE, new Occasion.Year(2026)))
        .isEqualTo("2026年度经营收入 | the revenue of 2026");
    assertThat(said(SubAccountPurpose.PENALTY, new Occasion.Year(2026)))
        .isEqualTo("2026年度违约金 | the penalty for 2026");
    assertThat(said(SubAccountPurpose.DEPOSIT, null)).isEqualTo("竞买保证金 | the deposit");
  }

  @Test
  void a_deposit_that_is_still_due_is_no_debt() {
    OwedAnewWording words = OwedAnewWording.of(owed(SubAccountPurpose.DEPOSIT, null, false));
    assertThat(words.zh()).contains("恢复竞买资格");
    assertThat(words.en()).contains("you may bid again");
  }

  private static String said(SubAccountPurpose purpose, @Nullable Occasion occasion) {
    OwedAnewWording words = OwedAnewWording.of(owed(purpose, occasion, true));
    String zh = words.zh().replace("已经动用，但被银行收回，请一次付清；到账之前本交易暂不付款", "");
    String en =
        words
            .en()
            .replace("The bank has taken back ", "")
            .replace(
                ", which had been used already; please pay it anew in one transfer."
                    + " Until then nothing of this trade is paid out",
                "");
    return zh + " | " + en;
  }

  private static OwedAnewView owed(
      SubAccountPurpose purpose, @Nullable Occasion occasion, boolean isUsed) {
    return new OwedAnewView(
        "6900010000000000017",
        TRADE,
        purpose,
        Optional.ofNullable(occasion),
        Money.yuan("800.00"),
        Money.ZERO,
        Instant.EPOCH,
        Optional.empty(),
        isUsed);
  }
}
