package eco.exchange.settlement.iso;

import static eco.exchange.settlement.bank.BankRefusal.NOT_BOOKED;
import static eco.exchange.settlement.bank.BankRefusal.REFERENCE_MISSING;
import static eco.exchange.settlement.bank.BankRefusal.TOTALS_DIFFER;

import com.prowidesoftware.swift.model.mx.dic.CreditDebitCode;
import com.prowidesoftware.swift.model.mx.dic.EntryTransaction10;
import com.prowidesoftware.swift.model.mx.dic.PaymentReturnReason5;
import com.prowidesoftware.swift.model.mx.dic.RemittanceInformation16;
import com.prowidesoftware.swift.model.mx.dic.ReportEntry10;
import com.prowidesoftware.swift.model.mx.dic.ReturnReason5Choice;
import com.prowidesoftware.swift.model.mx.dic.TransactionAgents5;
import com.prowidesoftware.swift.model.mx.dic.TransactionParties6;
import com.prowidesoftware.swift.model.mx.dic.TransactionReferences6;
import eco.exchange.money.Money;
import eco.exchange.settlement.bank.BankEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The movements of statements and notices, as they are read; what was booked in one sum is told
 * apart.
 */
final class EntryReader {

  private static final String BOOKED = "BOOK";

  /** What a payer writes who has given no end-to-end id. */
  private static final String NONE = "NOTPROVIDED";

  private EntryReader() {}

  static List<BankEntry> read(List<ReportEntry10> told) {
    List<BankEntry> entries = new ArrayList<>();
    told.forEach(one -> entries.addAll(read(one)));
    return entries;
  }

  private static List<BankEntry> read(ReportEntry10 told) {
    String of = "entry " + told.getAcctSvcrRef();
    if (told.getSts() == null || !BOOKED.equals(told.getSts().getCd())) {
      throw new UnfitMessageException(NOT_BOOKED, of);
    }
    Instant at = MessageTimes.read(told.getBookgDt(), of);
    List<EntryTransaction10> details =
        told.getNtryDtls().stream().flatMap(detail -> detail.getTxDtls().stream()).toList();
    Money whole = MessageAmounts.moved(told.getAmt(), of);
    if (details.size() > 1) {
      return apart(told, details, whole, at);
    }
    EntryTransaction10 detail = details.isEmpty() ? new EntryTransaction10() : details.getFirst();
    if (detail.getAmt() != null && !MessageAmounts.moved(detail.getAmt(), of).equals(whole)) {
      throw new UnfitMessageException(TOTALS_DIFFER, of);
    }
    String reference =
        present(told.getAcctSvcrRef())
            .or(() -> reference(detail))
            .orElseThrow(() -> new UnfitMessageException(REFERENCE_MISSING, of));
    return List.of(entry(reference, whole, at, told, detail));
  }

  private static List<BankEntry> apart(
      ReportEntry10 told, List<EntryTransaction10> details, Money whole, Instant at) {
    String of = "entry " + told.getAcctSvcrRef();
    List<BankEntry> entries = new ArrayList<>();
    for (EntryTransaction10 detail : details) {
      String reference =
          reference(detail)
              .orElseThrow(() -> new UnfitMessageException(REFERENCE_MISSING, "a part of " + of));
      if (detail.getAmt() == null || isOtherwise(detail.getCdtDbtInd(), told)) {
        throw new UnfitMessageException(TOTALS_DIFFER, of);
      }
      entries.add(entry(reference, MessageAmounts.moved(detail.getAmt(), of), at, told, detail));
    }
    Money sum = entries.stream().map(BankEntry::amount).reduce(Money.ZERO, Money::plus);
    if (!sum.equals(whole)) {
      throw new UnfitMessageException(
          TOTALS_DIFFER, "%s: %s in parts of %s".formatted(of, whole, sum));
    }
    return entries;
  }

  private static boolean isOtherwise(@Nullable CreditDebitCode direction, ReportEntry10 told) {
    return direction != null && direction != told.getCdtDbtInd();
  }

  private static BankEntry entry(
      String reference, Money amount, Instant at, ReportEntry10 told, EntryTransaction10 detail) {
    Optional<String> endToEnd = endToEnd(detail);
    if (told.getCdtDbtInd() == CreditDebitCode.DBIT) {
      return new BankEntry.Outgoing(reference, amount, at, endToEnd);
    }
    boolean isReturn = detail.getRtrInf() != null || Boolean.TRUE.equals(told.isRvslInd());
    return isReturn && endToEnd.isPresent()
        ? new BankEntry.Returned(reference, amount, at, endToEnd.get(), reason(detail.getRtrInf()))
        : incoming(reference, amount, at, detail);
  }

  private static BankEntry incoming(
      String reference, Money amount, Instant at, EntryTransaction10 detail) {
    TransactionParties6 parties =
        Optional.ofNullable(detail.getRltdPties()).orElseGet(TransactionParties6::new);
    TransactionAgents5 agents =
        Optional.ofNullable(detail.getRltdAgts()).orElseGet(TransactionAgents5::new);
    String payer = MessageAccounts.name(parties.getDbtr());
    String number = MessageAccounts.number(parties.getDbtrAcct());
    return new BankEntry.Incoming(
        reference,
        amount,
        at,
        MessageAccounts.number(parties.getCdtrAcct()),
        payer,
        MessageAccounts.whole(payer, number, MessageAccounts.bank(agents.getDbtrAgt())),
        remittance(detail.getRmtInf()));
  }

  private static String remittance(@Nullable RemittanceInformation16 told) {
    return told == null ? "" : String.join(" ", told.getUstrd());
  }

  private static String reason(@Nullable PaymentReturnReason5 told) {
    if (told == null) {
      return "";
    }
    String code = Optional.ofNullable(told.getRsn()).map(ReturnReason5Choice::getCd).orElse("");
    return (code + " " + String.join(" ", told.getAddtlInf())).strip();
  }

  private static Optional<String> reference(EntryTransaction10 detail) {
    return Optional.ofNullable(detail.getRefs())
        .map(TransactionReferences6::getAcctSvcrRef)
        .flatMap(EntryReader::present);
  }

  private static Optional<String> endToEnd(EntryTransaction10 detail) {
    return Optional.ofNullable(detail.getRefs())
        .map(TransactionReferences6::getEndToEndId)
        .flatMap(EntryReader::present)
        .filter(id -> !id.equals(NONE));
  }

  private static Optional<String> present(@Nullable String text) {
    return Optional.ofNullable(text).filter(one -> !one.isBlank());
  }
}
