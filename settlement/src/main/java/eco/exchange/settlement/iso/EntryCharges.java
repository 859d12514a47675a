package eco.exchange.settlement.iso;

import static eco.exchange.settlement.bank.BankRefusal.TOTALS_DIFFER;

import com.prowidesoftware.swift.model.mx.dic.ActiveOrHistoricCurrencyAndAmount;
import com.prowidesoftware.swift.model.mx.dic.Charges6;
import com.prowidesoftware.swift.model.mx.dic.CreditDebitCode;
import com.prowidesoftware.swift.model.mx.dic.EntryTransaction10;
import com.prowidesoftware.swift.model.mx.dic.ReportEntry10;
import eco.exchange.money.Money;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The amounts of the parts of an entry, and what the bank has charged inside it. A charge makes
 * more leave than was paid, and less come in than was sent.
 *
 * @param amounts what each part moved, in order
 * @param sum what was charged besides the parts; nothing, if they make the whole
 */
record EntryCharges(List<Money> amounts, Money sum) {

  /**
   * The amounts of the parts.
   *
   * @throws UnfitMessageException if parts and charges do not make the whole
   */
  static EntryCharges of(ReportEntry10 told, List<EntryTransaction10> parts, Money whole) {
    String of = "entry " + told.getAcctSvcrRef();
    if (parts.stream().anyMatch(part -> isOtherwise(part.getCdtDbtInd(), told))) {
      throw new UnfitMessageException(TOTALS_DIFFER, of + " has parts in both directions");
    }
    if (parts.size() == 1 && MessageAmounts.of(parts.getFirst()).isEmpty()) {
      return new EntryCharges(List.of(whole), Money.ZERO);
    }
    List<Money> amounts =
        parts.stream()
            .map(
                part ->
                    MessageAmounts.of(part)
                        .map(amount -> MessageAmounts.moved(amount, "a part of " + of))
                        .orElseThrow(
                            () -> new UnfitMessageException(TOTALS_DIFFER, of + " in parts")))
            .toList();
    Money made = amounts.stream().reduce(Money.ZERO, Money::plus);
    return made.equals(whole)
        ? new EntryCharges(amounts, Money.ZERO)
        : charged(told, parts, amounts, made, whole);
  }

  /** Whether a charge is a movement of its own beside the parts. */
  boolean isBesides() {
    return sum.isPositive();
  }

  private static EntryCharges charged(
      ReportEntry10 told,
      List<EntryTransaction10> parts,
      List<Money> amounts,
      Money made,
      Money whole) {
    String of = "entry " + told.getAcctSvcrRef();
    Money charges =
        Stream.concat(
                charges(told.getChrgs()), parts.stream().flatMap(part -> charges(part.getChrgs())))
            .map(charge -> MessageAmounts.charged(charge, "a charge of " + of))
            .reduce(Money.ZERO, Money::plus);
    boolean isOut = told.getCdtDbtInd() == CreditDebitCode.DBIT;
    if (isOut && made.plus(charges).equals(whole)) {
      return new EntryCharges(amounts, charges);
    }
    // Of one payment that came in less than was sent; of several nobody can say which had less.
    if (!isOut && parts.size() == 1 && whole.plus(charges).equals(made)) {
      return new EntryCharges(List.of(whole), Money.ZERO);
    }
    throw new UnfitMessageException(
        TOTALS_DIFFER, "%s: %s in parts of %s".formatted(of, whole, made));
  }

  // Some banks tell the sum of the charges alone.
  private static Stream<ActiveOrHistoricCurrencyAndAmount> charges(@Nullable Charges6 told) {
    if (told == null) {
      return Stream.empty();
    }
    return told.getRcrd().isEmpty()
        ? Stream.ofNullable(told.getTtlChrgsAndTaxAmt())
        : told.getRcrd().stream()
            .filter(record -> record.getCdtDbtInd() != CreditDebitCode.CRDT)
            .flatMap(record -> Stream.ofNullable(record.getAmt()));
  }

  private static boolean isOtherwise(@Nullable CreditDebitCode direction, ReportEntry10 told) {
    return direction != null && direction != told.getCdtDbtInd();
  }
}
