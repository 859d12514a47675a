package eco.exchange.settlement.iso;

import static eco.exchange.settlement.bank.BankRefusal.AMOUNT_UNFIT;
import static eco.exchange.settlement.bank.BankRefusal.NOT_ONE_STATEMENT;

import com.prowidesoftware.swift.model.mx.AbstractMX;
import com.prowidesoftware.swift.model.mx.MxPain00100110;
import com.prowidesoftware.swift.model.mx.dic.AmountType4Choice;
import com.prowidesoftware.swift.model.mx.dic.CreditTransferTransaction40;
import com.prowidesoftware.swift.model.mx.dic.CustomerCreditTransferInitiationV10;
import com.prowidesoftware.swift.model.mx.dic.GroupHeader95;
import com.prowidesoftware.swift.model.mx.dic.PaymentIdentification6;
import com.prowidesoftware.swift.model.mx.dic.PaymentInstruction34;
import com.prowidesoftware.swift.model.mx.dic.PaymentMethod3Code;
import com.prowidesoftware.swift.model.mx.dic.RemittanceInformation16;
import eco.exchange.calendar.WorkingCalendar;
import eco.exchange.settlement.bank.BankAccount;
import eco.exchange.settlement.bank.Payment;
import eco.exchange.settlement.bank.PaymentFile;
import java.math.BigDecimal;
import java.util.List;

/** Payments that the bank is to make (pain.001), read and written. */
final class PaymentsMessage {

  private PaymentsMessage() {}

  static PaymentFile read(String text) {
    CustomerCreditTransferInitiationV10 told =
        MxPain00100110.parse(text, MessageLibrary.reading()).getCstmrCdtTrfInitn();
    if (told.getPmtInf().size() != 1) {
      throw new UnfitMessageException(
          NOT_ONE_STATEMENT,
          "it holds payments from %d accounts".formatted(told.getPmtInf().size()));
    }
    PaymentInstruction34 from = told.getPmtInf().getFirst();
    List<Payment> payments = from.getCdtTrfTxInf().stream().map(PaymentsMessage::read).toList();
    GroupHeader95 header = told.getGrpHdr();
    PaymentFile file =
        new PaymentFile(
            header.getMsgId(),
            MessageTimes.read(header.getCreDtTm(), "the message"),
            new BankAccount(
                MessageAccounts.name(from.getDbtr()),
                MessageAccounts.number(from.getDbtrAcct()),
                MessageAccounts.bank(from.getDbtrAgt())),
            payments);
    MessageAmounts.demandTotals(
        header.getNbOfTxs(), header.getCtrlSum(), payments.size(), file.sum(), "the file");
    MessageAmounts.demandTotals(
        from.getNbOfTxs(), from.getCtrlSum(), payments.size(), file.sum(), "its payments");
    return file;
  }

  static AbstractMX written(PaymentFile file) {
    String count = Integer.toString(file.payments().size());
    BigDecimal sum = file.sum().inYuan();
    PaymentInstruction34 from =
        new PaymentInstruction34()
            .setPmtInfId(file.id())
            .setPmtMtd(PaymentMethod3Code.TRF)
            // Each payment is to be booked by itself, so that each is known to have left.
            .setBtchBookg(false)
            .setNbOfTxs(count)
            .setCtrlSum(sum)
            .setReqdExctnDt(MessageTimes.on(WorkingCalendar.dayOf(file.writtenAt())))
            .setDbtr(MessageAccounts.party(file.from().holder()))
            .setDbtrAcct(MessageAccounts.account(file.from().number()))
            .setDbtrAgt(MessageAccounts.atBank(file.from().bank()));
    file.payments().forEach(payment -> from.addCdtTrfTxInf(written(payment)));
    GroupHeader95 header =
        new GroupHeader95()
            .setMsgId(file.id())
            .setCreDtTm(MessageTimes.written(file.writtenAt()))
            .setNbOfTxs(count)
            .setCtrlSum(sum)
            .setInitgPty(MessageAccounts.party(file.from().holder()));
    return new MxPain00100110()
        .setCstmrCdtTrfInitn(
            new CustomerCreditTransferInitiationV10().setGrpHdr(header).addPmtInf(from));
  }

  private static Payment read(CreditTransferTransaction40 told) {
    String endToEnd = told.getPmtId().getEndToEndId();
    if (told.getAmt().getInstdAmt() == null) {
      throw new UnfitMessageException(AMOUNT_UNFIT, "payment %s has none".formatted(endToEnd));
    }
    BankAccount to =
        new BankAccount(
            MessageAccounts.name(told.getCdtr()),
            MessageAccounts.number(told.getCdtrAcct()),
            MessageAccounts.bank(told.getCdtrAgt()));
    String text = told.getRmtInf() == null ? "" : String.join(" ", told.getRmtInf().getUstrd());
    return new Payment(
        endToEnd,
        to,
        MessageAmounts.moved(told.getAmt().getInstdAmt(), "payment " + endToEnd),
        text);
  }

  private static CreditTransferTransaction40 written(Payment payment) {
    return new CreditTransferTransaction40()
        .setPmtId(new PaymentIdentification6().setEndToEndId(payment.endToEnd()))
        .setAmt(new AmountType4Choice().setInstdAmt(MessageAmounts.written(payment.amount())))
        .setCdtrAgt(MessageAccounts.atBank(payment.to().bank()))
        .setCdtr(MessageAccounts.party(payment.to().holder()))
        .setCdtrAcct(MessageAccounts.account(payment.to().number()))
        .setRmtInf(new RemittanceInformation16().addUstrd(payment.text()));
  }
}
