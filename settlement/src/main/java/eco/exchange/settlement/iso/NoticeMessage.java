package eco.exchange.settlement.iso;

import com.prowidesoftware.swift.model.mx.AbstractMX;
import com.prowidesoftware.swift.model.mx.MxCamt05400108;
import com.prowidesoftware.swift.model.mx.dic.AccountNotification17;
import com.prowidesoftware.swift.model.mx.dic.BankToCustomerDebitCreditNotificationV08;
import com.prowidesoftware.swift.model.mx.dic.CashAccount39;
import com.prowidesoftware.swift.model.mx.dic.GroupHeader81;
import eco.exchange.settlement.bank.AccountLine;
import eco.exchange.settlement.bank.BankMessage;
import java.util.List;

/** Single movements as they happen (camt.054), read and written. */
final class NoticeMessage {

  private NoticeMessage() {}

  /** The notices of one account; those of others are not even looked at. */
  static List<BankMessage> read(String text, String account) {
    BankToCustomerDebitCreditNotificationV08 told =
        MxCamt05400108.parse(text, MessageLibrary.reading()).getBkToCstmrDbtCdtNtfctn();
    List<AccountNotification17> ours =
        told.getNtfctn().stream()
            .filter(one -> account.equals(MessageAccounts.number(one.getAcct().getId())))
            .toList();
    return StatementMessage.numbered(
        told.getGrpHdr(), ours, (id, one) -> read(id, told.getGrpHdr(), one));
  }

  private static BankMessage read(String id, GroupHeader81 header, AccountNotification17 notice) {
    StatementMessage.demandWhole(notice.getNtfctnPgntn());
    List<AccountLine> lines =
        EntryReader.lines(notice.getNtry(), MessageAccounts.number(notice.getAcct().getId()));
    StatementTotals.demand(notice.getTxsSummry(), notice.getNtry(), lines);
    return new BankMessage.Notice(id, MessageTimes.read(header.getCreDtTm(), "the message"), lines);
  }

  static AbstractMX written(BankMessage.Notice notice, String account) {
    AccountNotification17 written =
        new AccountNotification17()
            .setId(notice.id())
            .setCreDtTm(MessageTimes.written(notice.writtenAt()))
            .setAcct(new CashAccount39().setId(MessageAccounts.written(account)));
    EntryWriter.entries(notice.lines()).forEach(entry -> written.addNtry(entry));
    return new MxCamt05400108()
        .setBkToCstmrDbtCdtNtfctn(
            new BankToCustomerDebitCreditNotificationV08()
                .setGrpHdr(StatementMessage.header(notice.id(), notice.writtenAt()))
                .addNtfctn(written));
  }
}
