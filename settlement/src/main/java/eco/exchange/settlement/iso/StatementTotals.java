package eco.exchange.settlement.iso;

import com.prowidesoftware.swift.model.mx.dic.CreditDebitCode;
import com.prowidesoftware.swift.model.mx.dic.NumberAndSumOfTransactions1;
import com.prowidesoftware.swift.model.mx.dic.NumberAndSumOfTransactions4;
import com.prowidesoftware.swift.model.mx.dic.ReportEntry10;
import com.prowidesoftware.swift.model.mx.dic.TotalTransactions6;
import eco.exchange.money.Money;
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

  /** Where they are told, they must be right; an entry counts once, whatever it was booked for. */
  static void demand(
      @Nullable TotalTransactions6 told, List<ReportEntry10> booked, List<BankEntry> entries) {
    if (told == null) {
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

  static TotalTransactions6 written(List<BankEntry> entries) {
    int incoming = (int) entries.stream().filter(entry -> entry.effect().isPositive()).count();
    return new TotalTransactions6()
        .setTtlNtries(
            new NumberAndSumOfTransactions4()
                .setNbOfNtries(Integer.toString(entries.size()))
                .setSum(in(entries).plus(out(entries)).inYuan()))
        .setTtlCdtNtries(written(incoming, in(entries)))
        .setTtlDbtNtries(written(entries.size() - incoming, out(entries)));
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

  private static Money in(List<BankEntry> entries) {
    return entries.stream()
        .map(BankEntry::effect)
        .filter(Money::isPositive)
        .reduce(Money.ZERO, Money::plus);
  }

  private static Money out(List<BankEntry> entries) {
    return entries.stream()
        .map(entry -> entry.effect().negated())
        .filter(Money::isPositive)
        .reduce(Money.ZERO, Money::plus);
  }
}
