package eco.exchange.settlement.iso;

import static eco.exchange.settlement.bank.BankRefusal.REFERENCE_MISSING;
import static eco.exchange.settlement.bank.OrderStatus.Step.ACCEPTED;
import static eco.exchange.settlement.bank.OrderStatus.Step.EXECUTED;
import static eco.exchange.settlement.bank.OrderStatus.Step.REJECTED;

import com.prowidesoftware.swift.model.mx.AbstractMX;
import com.prowidesoftware.swift.model.mx.MxPain00200111;
import com.prowidesoftware.swift.model.mx.dic.CustomerPaymentStatusReportV11;
import com.prowidesoftware.swift.model.mx.dic.GroupHeader86;
import com.prowidesoftware.swift.model.mx.dic.OriginalGroupHeader17;
import com.prowidesoftware.swift.model.mx.dic.OriginalPaymentInstruction38;
import com.prowidesoftware.swift.model.mx.dic.PaymentTransaction126;
import com.prowidesoftware.swift.model.mx.dic.StatusReason6Choice;
import com.prowidesoftware.swift.model.mx.dic.StatusReasonInformation12;
import eco.exchange.settlement.bank.BankMessage;
import eco.exchange.settlement.bank.OrderAnswer;
import eco.exchange.settlement.bank.OrderStatus;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The answer of the bank to a file of payments (pain.002), read and written. */
final class FileAnswerMessage {

  /** The codes of ExternalPaymentTransactionStatus1Code that say that money has moved. */
  private static final Set<String> DONE = Set.of("ACSC", "ACCC");

  private static final String REFUSED = "RJCT";

  /** That each payment has a status of its own. */
  private static final String EACH_BY_ITSELF = "PART";

  private FileAnswerMessage() {}

  static BankMessage read(String text) {
    CustomerPaymentStatusReportV11 told =
        MxPain00200111.parse(text, MessageLibrary.reading()).getCstmrPmtStsRpt();
    OriginalGroupHeader17 group = told.getOrgnlGrpInfAndSts();
    List<OrderAnswer> each =
        told.getOrgnlPmtInfAndSts().stream()
            .flatMap(batch -> batch.getTxInfAndSts().stream())
            .map(FileAnswerMessage::read)
            .toList();
    return new BankMessage.FileAnswer(
        told.getGrpHdr().getMsgId(),
        told.getGrpHdr().getCreDtTm().toInstant(),
        group.getOrgnlMsgId(),
        Optional.ofNullable(group.getGrpSts())
            .filter(code -> !code.equals(EACH_BY_ITSELF))
            .map(code -> status(code, group.getStsRsnInf())),
        each);
  }

  static AbstractMX written(BankMessage.FileAnswer answer) {
    OriginalGroupHeader17 group =
        new OriginalGroupHeader17()
            .setOrgnlMsgId(answer.file())
            .setOrgnlMsgNmId(MessageKind.PAYMENTS.code())
            .setGrpSts(answer.whole().map(FileAnswerMessage::code).orElse(EACH_BY_ITSELF));
    answer.whole().flatMap(FileAnswerMessage::reason).ifPresent(group::addStsRsnInf);
    CustomerPaymentStatusReportV11 report =
        new CustomerPaymentStatusReportV11()
            .setGrpHdr(
                new GroupHeader86()
                    .setMsgId(answer.id())
                    .setCreDtTm(MessageTimes.written(answer.writtenAt())))
            .setOrgnlGrpInfAndSts(group);
    if (!answer.each().isEmpty()) {
      OriginalPaymentInstruction38 batch =
          new OriginalPaymentInstruction38().setOrgnlPmtInfId(answer.file());
      answer.each().forEach(one -> batch.addTxInfAndSts(written(one)));
      report.addOrgnlPmtInfAndSts(batch);
    }
    return new MxPain00200111().setCstmrPmtStsRpt(report);
  }

  private static OrderAnswer read(PaymentTransaction126 told) {
    if (told.getOrgnlEndToEndId() == null || told.getTxSts() == null) {
      throw new UnfitMessageException(
          REFERENCE_MISSING, "an answer to a payment without its id, or without one");
    }
    return new OrderAnswer(told.getOrgnlEndToEndId(), status(told.getTxSts(), told.getStsRsnInf()));
  }

  private static PaymentTransaction126 written(OrderAnswer answer) {
    PaymentTransaction126 written =
        new PaymentTransaction126()
            .setOrgnlEndToEndId(answer.endToEnd())
            .setTxSts(code(answer.status()));
    reason(answer.status()).ifPresent(written::addStsRsnInf);
    return written;
  }

  // Every other code says that the payment is on its way.
  private static OrderStatus status(String code, List<StatusReasonInformation12> reasons) {
    if (code.equals(REFUSED)) {
      return new OrderStatus(REJECTED, reasons.isEmpty() ? "" : words(reasons.getFirst()));
    }
    return new OrderStatus(DONE.contains(code) ? EXECUTED : ACCEPTED, "");
  }

  private static String words(StatusReasonInformation12 told) {
    return (code(told.getRsn()) + " " + String.join(" ", told.getAddtlInf())).strip();
  }

  private static String code(@Nullable StatusReason6Choice told) {
    if (told == null) {
      return "";
    }
    return told.getCd() == null ? String.valueOf(told.getPrtry()) : told.getCd();
  }

  private static String code(OrderStatus status) {
    return switch (status.step()) {
      case ACCEPTED -> "ACSP";
      case EXECUTED -> "ACSC";
      case REJECTED -> REFUSED;
    };
  }

  private static Optional<StatusReasonInformation12> reason(OrderStatus status) {
    if (status.reason().isEmpty()) {
      return Optional.empty();
    }
    String[] words = status.reason().split(" ", 2);
    StatusReasonInformation12 written =
        new StatusReasonInformation12().setRsn(new StatusReason6Choice().setCd(words[0]));
    return Optional.of(words.length > 1 ? written.addAddtlInf(words[1]) : written);
  }
}
