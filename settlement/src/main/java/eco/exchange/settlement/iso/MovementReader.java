package eco.exchange.settlement.iso;

import com.prowidesoftware.swift.model.mx.dic.CreditDebitCode;
import com.prowidesoftware.swift.model.mx.dic.EntryDetails9;
import com.prowidesoftware.swift.model.mx.dic.EntryTransaction10;
import com.prowidesoftware.swift.model.mx.dic.PaymentReturnReason5;
import com.prowidesoftware.swift.model.mx.dic.RemittanceInformation16;
import com.prowidesoftware.swift.model.mx.dic.ReportEntry10;
import com.prowidesoftware.swift.model.mx.dic.ReturnReason5Choice;
import com.prowidesoftware.swift.model.mx.dic.TransactionAgents5;
import com.prowidesoftware.swift.model.mx.dic.TransactionParties6;
import eco.exchange.money.Money;
import eco.exchange.settlement.bank.BankEntry;
import eco.exchange.settlement.bank.BookingTime;
import eco.exchange.settlement.bank.EntryReferences;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One movement of an entry, as it is read. The direction and the sign of a reversal say together
 * what it is: a reversed credit is a debit that takes back what came in, and the other way round
 * (ReversalIndicator of ISO 20022). Of a bank that sets no such sign, the reason of a return says
 * as much.
 */
final class MovementReader {

  private MovementReader() {}

  static BankEntry read(
      ReportEntry10 told,
      EntryTransaction10 detail,
      EntryReferences references,
      Money amount,
      BookingTime booked) {
    boolean isReversal = Boolean.TRUE.equals(told.isRvslInd()) || detail.getRtrInf() != null;
    if (told.getCdtDbtInd() == CreditDebitCode.DBIT) {
      return isReversal
          ? reversal(references, amount, booked, parties(detail))
          : left(told, references, amount, booked);
    }
    return isReversal
        ? new BankEntry.Returned(references, amount, booked, reason(detail.getRtrInf()))
        : incoming(references, amount, booked, detail);
  }

  /** What the bank has charged beside a payment; the exchange has ordered nothing like it. */
  static BankEntry charge(EntryReferences references, Money amount, BookingTime booked) {
    return new BankEntry.Outgoing(references, amount, booked);
  }

  private static BankEntry left(
      ReportEntry10 told, EntryReferences references, Money amount, BookingTime booked) {
    Optional<String> file = file(told);
    return references.endToEnd().isEmpty() && !references.isPart() && file.isPresent()
        ? new BankEntry.Collective(references, amount, booked, file.get())
        : new BankEntry.Outgoing(references, amount, booked);
  }

  // The file whose payments were booked in one sum, if it is told and no payment is.
  private static Optional<String> file(ReportEntry10 told) {
    return told.getNtryDtls().stream()
        .map(EntryDetails9::getBtch)
        .filter(Objects::nonNull)
        .flatMap(batch -> MessageAccounts.present(batch.getPmtInfId()).stream())
        .findFirst();
  }

  private static BankEntry incoming(
      EntryReferences references, Money amount, BookingTime booked, EntryTransaction10 detail) {
    TransactionParties6 parties = parties(detail);
    TransactionAgents5 agents =
        Optional.ofNullable(detail.getRltdAgts()).orElseGet(TransactionAgents5::new);
    String payer = MessageAccounts.name(parties.getDbtr());
    String number = MessageAccounts.number(parties.getDbtrAcct());
    return new BankEntry.Incoming(
        references,
        amount,
        booked,
        MessageAccounts.number(parties.getCdtrAcct()),
        payer,
        MessageAccounts.whole(payer, number, MessageAccounts.bank(agents.getDbtrAgt())),
        number,
        remittance(detail.getRmtInf()));
  }

  private static BankEntry reversal(
      EntryReferences references, Money amount, BookingTime booked, TransactionParties6 parties) {
    return new BankEntry.Reversal(
        references,
        amount,
        booked,
        MessageAccounts.number(parties.getDbtrAcct()),
        MessageAccounts.number(parties.getCdtrAcct()));
  }

  private static TransactionParties6 parties(EntryTransaction10 detail) {
    return Optional.ofNullable(detail.getRltdPties()).orElseGet(TransactionParties6::new);
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
}
