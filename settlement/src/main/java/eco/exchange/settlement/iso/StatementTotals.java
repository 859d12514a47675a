package eco.exchange.settlement.iso;

import com.prowidesoftware.swift.model.mx.dic.CreditDebitCode;
import com.prowidesoftware.swift.model.mx.dic.NumberAndSumOfTransactions1;
import com.prowidesoftware.swift.model.mx.dic.NumberAndSumOfTransactions4;
import com.prowidesoftware.swift.model.mx.dic.ReportEntry10;
import com.prowidesoftware.swift.model.mx.dic.TotalTransactions6;
import eco.exchange.money.Money;
import eco.exchange.settlement.bank.AccountLine;
import eco.exchange.settlement.bank.BankEntry;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The counts and sums that a statement tells of its movements: of all, of what came in, of what
 * left.
 */
final class StatementTotals {

  private StatementTotals() {}

  /**
   * Where they are told, they must be right; an entry counts once, whatever it was booked for. Of a
   * message with lines that move nothing they are not asked: some banks count these lines, others
   * do not.
   */
  static void demand(
      @Nullable TotalTransactions6 told, List<ReportEntry10> booked, List<AccountLine> entries) {
    if (told == null || !entries.stream().allMatch(BankEntry.class::isInstance)) {
      return;
    }
    Optional.ofNullable(told.getTtlNtries())
        .ifPresent(
            all ->
                MessageAmounts.demandTotals(
                    all.getNbOfNtries(),
                    all.getSum(),
                    booked.size(),
                    in(entries).plus(out(entries)),
                    "all entries"));
    demand(told.getTtlCdtNtries(), count(booked, CreditDebitCode.CRDT), in(entries), "credits");
    demand(told.getTtlDbtNtries(), count(booked, CreditDebitCode.DBIT), out(entries), "debits");
  }

  static TotalTransactions6 written(List<ReportEntry10> booked, List<AccountLine> entries) {
    return new TotalTransactions6()
        .setTtlNtries(
            new NumberAndSumOfTransactions4()
                .setNbOfNtries(Integer.toString(booked.size()))
                .setSum(in(entries).plus(out(entries)).inYuan()))
        .setTtlCdtNtries(written(count(booked, CreditDebitCode.CRDT), in(entries)))
        .setTtlDbtNtries(written(count(booked, CreditDebitCode.DBIT), out(entries)));
  }

  private static NumberAndSumOfTransactions1 written(int count, Money sum) {
    return new NumberAndSumOfTransactions1()
        .setNbOfNtries(Integer.toString(count))
        .setSum(sum.inYuan());
  }

  private static void demand(
      @Nullable NumberAndSumOfTransactions1 told, int count, Money sum, String of) {
    if (told != null) {
      MessageAmounts.demandTotals(told.getNbOfNtries(), told.getSum(), count, sum, of);
    }
  }

  private static int count(List<ReportEntry10> booked, CreditDebitCode direction) {
    return (int) booked.stream().filter(one -> one.getCdtDbtInd() == direction).count();
  }

  private static Money in(List<AccountLine> entries) {
    return entries.stream()
        .map(AccountLine::effect)
        .filter(Money::isPositive)
        .reduce(Money.ZERO, Money::plus);
  }

  private static Money out(List<AccountLine> entries) {
    return entries.stream()
        .map(entry -> entry.effect().negated())
        .filter(Money::isPositive)
        .reduce(Money.ZERO, Money::plus);
  }
}
