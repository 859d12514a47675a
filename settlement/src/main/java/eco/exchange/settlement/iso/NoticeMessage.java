package eco.exchange.settlement.iso;

import com.prowidesoftware.swift.model.mx.AbstractMX;
import com.prowidesoftware.swift.model.mx.MxCamt05400108;
import com.prowidesoftware.swift.model.mx.dic.AccountNotification17;
import com.prowidesoftware.swift.model.mx.dic.BankToCustomerDebitCreditNotificationV08;
import com.prowidesoftware.swift.model.mx.dic.CashAccount39;
import eco.exchange.settlement.bank.BankEntry;
import eco.exchange.settlement.bank.BankMessage;
import java.util.List;

/** Single movements as they happen (camt.054), read and written. */
final class NoticeMessage {

  private NoticeMessage() {}

  static BankMessage read(String text) {
    BankToCustomerDebitCreditNotificationV08 told =
        MxCamt05400108.parse(text, MessageLibrary.reading()).getBkToCstmrDbtCdtNtfctn();
    AccountNotification17 notice = StatementMessage.only(told.getNtfctn(), told.getGrpHdr());
    StatementMessage.demandWhole(notice.getNtfctnPgntn());
    List<BankEntry> entries = EntryReader.read(notice.getNtry());
    StatementTotals.demand(notice.getTxsSummry(), notice.getNtry(), entries);
    return new BankMessage.Notice(
        told.getGrpHdr().getMsgId(),
        told.getGrpHdr().getCreDtTm().toInstant(),
        MessageAccounts.number(notice.getAcct().getId()),
        entries);
  }

  static AbstractMX written(BankMessage.Notice notice) {
    AccountNotification17 written =
        new AccountNotification17()
            .setId(notice.id())
            .setCreDtTm(MessageTimes.written(notice.writtenAt()))
            .setAcct(new CashAccount39().setId(MessageAccounts.written(notice.account())));
    notice.entries().forEach(entry -> written.addNtry(EntryWriter.written(entry)));
    return new MxCamt05400108()
        .setBkToCstmrDbtCdtNtfctn(
            new BankToCustomerDebitCreditNotificationV08()
                .setGrpHdr(StatementMessage.header(notice.id(), notice.writtenAt()))
                .addNtfctn(written));
  }
}
