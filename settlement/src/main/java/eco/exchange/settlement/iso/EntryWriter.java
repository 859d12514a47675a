package eco.exchange.settlement.iso;

import com.prowidesoftware.swift.model.mx.dic.BankTransactionCodeStructure4;
import com.prowidesoftware.swift.model.mx.dic.CreditDebitCode;
import com.prowidesoftware.swift.model.mx.dic.EntryDetails9;
import com.prowidesoftware.swift.model.mx.dic.EntryStatus1Choice;
import com.prowidesoftware.swift.model.mx.dic.EntryTransaction10;
import com.prowidesoftware.swift.model.mx.dic.Party40Choice;
import com.prowidesoftware.swift.model.mx.dic.PaymentReturnReason5;
import com.prowidesoftware.swift.model.mx.dic.ProprietaryBankTransactionCodeStructure1;
import com.prowidesoftware.swift.model.mx.dic.RemittanceInformation16;
import com.prowidesoftware.swift.model.mx.dic.ReportEntry10;
import com.prowidesoftware.swift.model.mx.dic.ReturnReason5Choice;
import com.prowidesoftware.swift.model.mx.dic.TransactionAgents5;
import com.prowidesoftware.swift.model.mx.dic.TransactionParties6;
import com.prowidesoftware.swift.model.mx.dic.TransactionReferences6;
import eco.exchange.settlement.bank.BankEntry;

/** The movements of statements and notices, as a bank writes them. */
final class EntryWriter {

  private EntryWriter() {}

  static ReportEntry10 written(BankEntry entry) {
    EntryTransaction10 detail =
        switch (entry) {
          case BankEntry.Incoming in -> incoming(in);
          case BankEntry.Outgoing out -> with(out.endToEnd().orElse("NOTPROVIDED"));
          case BankEntry.Returned back -> with(back.endToEnd()).setRtrInf(reason(back.reason()));
        };
    CreditDebitCode direction = MessageAmounts.directionOf(entry.effect());
    return new ReportEntry10()
        .setAmt(MessageAmounts.written(entry.amount()))
        .setCdtDbtInd(direction)
        .setSts(new EntryStatus1Choice().setCd("BOOK"))
        .setBookgDt(MessageTimes.at(entry.bookedAt()))
        .setAcctSvcrRef(entry.reference())
        .setBkTxCd(transfer())
        .addNtryDtls(
            new EntryDetails9()
                .addTxDtls(
                    detail.setAmt(MessageAmounts.written(entry.amount())).setCdtDbtInd(direction)));
  }

  private static EntryTransaction10 incoming(BankEntry.Incoming in) {
    TransactionParties6 parties =
        new TransactionParties6()
            .setDbtr(new Party40Choice().setPty(MessageAccounts.party(in.payer())));
    EntryTransaction10 detail = with("NOTPROVIDED").setRltdPties(parties);
    in.account()
        .ifPresent(
            account -> {
              parties.setDbtrAcct(MessageAccounts.account(account.number()));
              detail.setRltdAgts(
                  new TransactionAgents5().setDbtrAgt(MessageAccounts.atBank(account.bank())));
            });
    if (!in.subAccount().isEmpty()) {
      parties.setCdtrAcct(MessageAccounts.account(in.subAccount()));
    }
    if (!in.remittance().isEmpty()) {
      detail.setRmtInf(new RemittanceInformation16().addUstrd(in.remittance()));
    }
    return detail;
  }

  private static EntryTransaction10 with(String endToEnd) {
    return new EntryTransaction10().setRefs(new TransactionReferences6().setEndToEndId(endToEnd));
  }

  private static PaymentReturnReason5 reason(String reason) {
    String[] words = reason.split(" ", 2);
    PaymentReturnReason5 written =
        new PaymentReturnReason5().setRsn(new ReturnReason5Choice().setCd(words[0]));
    return words.length > 1 ? written.addAddtlInf(words[1]) : written;
  }

  private static BankTransactionCodeStructure4 transfer() {
    return new BankTransactionCodeStructure4()
        .setPrtry(new ProprietaryBankTransactionCodeStructure1().setCd("TRANSFER"));
  }
}
