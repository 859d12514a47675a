package eco.exchange.settlement.iso;

import static eco.exchange.settlement.bank.BankRefusal.FILE_UNKNOWN;
import static eco.exchange.settlement.bank.BankRefusal.REFERENCE_MISSING;
import static eco.exchange.settlement.bank.OrderStatus.Step.ACCEPTED;
import static eco.exchange.settlement.bank.OrderStatus.Step.EXECUTED;
import static eco.exchange.settlement.bank.OrderStatus.Step.REJECTED;
import static eco.exchange.settlement.bank.OrderStatus.Step.STOPPED;
import static java.util.stream.Collectors.joining;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The answer of the bank to a file of payments (pain.002), read and written. */
final class FileAnswerMessage {

  /** The codes of ExternalPaymentTransactionStatus1Code that say that money has moved. */
  private static final Set<String> DONE = Set.of("ACSC", "ACCC");

  private static final String REFUSED = "RJCT";
  private static final String CANCELLED = "CANC";

  /** That nothing will be paid: the bank refuses it, or it was called back before. */
  private static final Set<String> NOT_PAID = Set.of(REFUSED, CANCELLED);

  /** That the bank holds it, until somebody releases or refuses it. */
  private static final String BLOCKED = "BLCK";

  /** That what stands below has a status of its own. */
  private static final String READ_BELOW = "PART";

  private FileAnswerMessage() {}

  /** Of the levels of an answer (file, payment information, payment) the most particular holds. */
  static BankMessage read(String text) {
    CustomerPaymentStatusReportV11 told =
        MxPain00200111.parse(text, MessageLibrary.reading()).getCstmrPmtStsRpt();
    OriginalGroupHeader17 group = told.getOrgnlGrpInfAndSts();
    String file = MessageAccounts.stripped(group.getOrgnlMsgId());
    Level ofFile = new Level(group.getGrpSts(), group.getStsRsnInf());
    Level whole = ofFile;
    List<OrderAnswer> each = new ArrayList<>();
    for (OriginalPaymentInstruction38 batch : told.getOrgnlPmtInfAndSts()) {
      demandOwn(file, batch);
      Level ofBatch = ofFile.below(batch.getPmtInfSts(), batch.getStsRsnInf());
      whole = ofBatch;
      batch.getTxInfAndSts().stream()
          .flatMap(one -> read(one, ofBatch).stream())
          .forEach(each::add);
    }
    return new BankMessage.FileAnswer(
        MessageAccounts.stripped(told.getGrpHdr().getMsgId()),
        MessageTimes.read(told.getGrpHdr().getCreDtTm(), "the message"),
        file,
        whole.status(),
        each);
  }

  /**
   * What a level of an answer says.
   *
   * @param code the code of the status; none, if the level has none
   * @param reasons all that it says of it
   */
  private record Level(@Nullable String code, List<StatusReasonInformation12> reasons) {

    /** What holds for the level below, of which this is told. */
    Level below(@Nullable String told, List<StatusReasonInformation12> why) {
      return new Level(told == null ? code : told, told == null && why.isEmpty() ? reasons : why);
    }

    /** The status that it tells; empty if it tells none, or says to read below. */
    Optional<OrderStatus> status() {
      if (code == null || code.equals(READ_BELOW)) {
        return Optional.empty();
      }
      OrderStatus.Step step = step(code);
      boolean isExplained = step == REJECTED || step == STOPPED;
      return Optional.of(new OrderStatus(step, isExplained ? words(code, reasons) : ""));
    }
  }

  // A file has one payment information, of its own id; what is said of another is of another file.
  private static void demandOwn(String file, OriginalPaymentInstruction38 batch) {
    String id = MessageAccounts.stripped(batch.getOrgnlPmtInfId());
    if (!id.equals(file)) {
      throw new UnfitMessageException(FILE_UNKNOWN, "%s in file %s".formatted(id, file));
    }
  }

  static AbstractMX written(BankMessage.FileAnswer answer) {
    OriginalGroupHeader17 group =
        new OriginalGroupHeader17()
            .setOrgnlMsgId(answer.file())
            .setOrgnlMsgNmId(MessageKind.PAYMENTS.version().code())
            .setGrpSts(answer.whole().map(FileAnswerMessage::code).orElse(READ_BELOW));
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

  // A payment that is only described, with neither id nor status, goes the way of all others.
  private static Optional<OrderAnswer> read(PaymentTransaction126 told, Level ofBatch) {
    Optional<OrderStatus> own = new Level(told.getTxSts(), told.getStsRsnInf()).status();
    Optional<String> id =
        Optional.ofNullable(told.getOrgnlEndToEndId())
            .map(MessageAccounts::stripped)
            .filter(one -> !one.isEmpty());
    if (id.isEmpty() && own.isPresent() && !own.equals(ofBatch.status())) {
      throw new UnfitMessageException(REFERENCE_MISSING, "an answer to a payment without its id");
    }
    Level holds = ofBatch.below(told.getTxSts(), told.getStsRsnInf());
    return id.flatMap(one -> holds.status().map(status -> new OrderAnswer(one, status)));
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
  private static OrderStatus.Step step(String code) {
    if (NOT_PAID.contains(code)) {
      return REJECTED;
    } else if (code.equals(BLOCKED)) {
      return STOPPED;
    }
    return DONE.contains(code) ? EXECUTED : ACCEPTED;
  }

  // A payment that was called back is no copy of another, whatever the reason for which it was.
  private static String words(String code, List<StatusReasonInformation12> reasons) {
    String before = code.equals(CANCELLED) ? CANCELLED + " " : "";
    return reasons.stream()
        .map(FileAnswerMessage::words)
        .filter(why -> !why.isEmpty())
        .map(why -> before + why)
        .collect(joining(OrderStatus.BETWEEN_REASONS));
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
      case STOPPED -> BLOCKED;
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
