package eco.exchange.settlement.iso;

import static eco.exchange.settlement.bank.BankRefusal.AMOUNT_UNFIT;
import static eco.exchange.settlement.bank.BankRefusal.OTHER_CURRENCY;
import static eco.exchange.settlement.bank.BankRefusal.TOTALS_DIFFER;

import com.prowidesoftware.swift.model.mx.dic.ActiveOrHistoricCurrencyAndAmount;
import com.prowidesoftware.swift.model.mx.dic.AmountAndCurrencyExchange3;
import com.prowidesoftware.swift.model.mx.dic.AmountAndCurrencyExchangeDetails3;
import com.prowidesoftware.swift.model.mx.dic.CreditDebitCode;
import com.prowidesoftware.swift.model.mx.dic.EntryTransaction10;
import eco.exchange.money.Money;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Amounts in messages: renminbi, exact to the fen, and never rounded into it. */
final class MessageAmounts {

  /** So much that whatever a message can hold of it can still be added up. */
  private static final Money AMOUNT_MAX = Money.yuan("10000000000000");

  private static final int DECIMALS_MAX = 2;

  private MessageAmounts() {}

  /** A movement, which is more than nothing. */
  static Money moved(ActiveOrHistoricCurrencyAndAmount told, String of) {
    Money amount = read(told, of);
    if (!amount.isPositive()) {
      throw new UnfitMessageException(AMOUNT_UNFIT, "%s of %s".formatted(of, amount));
    }
    return amount;
  }

  /** What a bank charges for a payment; it may be nothing. */
  static Money charged(@Nullable ActiveOrHistoricCurrencyAndAmount told, String of) {
    if (told == null) {
      return Money.ZERO;
    }
    Money amount = read(told, of);
    if (amount.isBelow(Money.ZERO)) {
      throw new UnfitMessageException(AMOUNT_UNFIT, "%s of %s".formatted(of, amount));
    }
    return amount;
  }

  /** Whether a line moves nothing. */
  static boolean isNothing(ActiveOrHistoricCurrencyAndAmount told) {
    return told.getValue().signum() == 0;
  }

  /** What a part of a movement says of its amount: the part itself, or the details of it. */
  static Optional<ActiveOrHistoricCurrencyAndAmount> of(EntryTransaction10 part) {
    return Optional.ofNullable(part.getAmt())
        .or(
            () ->
                Optional.ofNullable(part.getAmtDtls())
                    .map(AmountAndCurrencyExchange3::getTxAmt)
                    .map(AmountAndCurrencyExchangeDetails3::getAmt));
  }

  /** A balance, which may be nothing, or owed. */
  static Money balance(
      ActiveOrHistoricCurrencyAndAmount told, CreditDebitCode direction, String of) {
    Money amount = read(told, of);
    return direction == CreditDebitCode.DBIT ? amount.negated() : amount;
  }

  static ActiveOrHistoricCurrencyAndAmount written(Money amount) {
    return new ActiveOrHistoricCurrencyAndAmount().setCcy(Money.CURRENCY).setValue(amount.inYuan());
  }

  static CreditDebitCode directionOf(Money balance) {
    return balance.isBelow(Money.ZERO) ? CreditDebitCode.DBIT : CreditDebitCode.CRDT;
  }

  static Money absolute(Money amount) {
    return amount.isBelow(Money.ZERO) ? amount.negated() : amount;
  }

  /** A count and a sum, where they are told, must be those of what was read. */
  static void demandTotals(
      @Nullable String count, @Nullable BigDecimal sum, int counted, Money summed, String of) {
    boolean isCounted = count == null || new BigDecimal(count).equals(BigDecimal.valueOf(counted));
    boolean isSummed = sum == null || sum.compareTo(summed.inYuan()) == 0;
    if (!isCounted || !isSummed) {
      String detail = "%s: told are %s and %s, but there are %d of %s";
      throw new UnfitMessageException(
          TOTALS_DIFFER, detail.formatted(of, count, sum, counted, summed));
    }
  }

  private static Money read(ActiveOrHistoricCurrencyAndAmount told, String of) {
    if (!Money.CURRENCY.equals(told.getCcy())) {
      throw new UnfitMessageException(OTHER_CURRENCY, "%s in %s".formatted(of, told.getCcy()));
    }
    BigDecimal value = told.getValue().stripTrailingZeros();
    if (value.scale() > DECIMALS_MAX || value.abs().compareTo(AMOUNT_MAX.inYuan()) > 0) {
      throw new UnfitMessageException(
          AMOUNT_UNFIT, "%s of %s".formatted(of, value.toPlainString()));
    }
    return Money.ofYuan(value);
  }
}
