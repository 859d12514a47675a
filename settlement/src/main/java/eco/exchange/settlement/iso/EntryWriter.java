package eco.exchange.settlement.iso;

import com.prowidesoftware.swift.model.mx.dic.BankTransactionCodeStructure4;
import com.prowidesoftware.swift.model.mx.dic.BatchInformation2;
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
import eco.exchange.money.Money;
import eco.exchange.settlement.bank.AccountLine;
import eco.exchange.settlement.bank.BankEntry;
import eco.exchange.settlement.bank.EntryReferences;
import eco.exchange.settlement.bank.NotedLine;
import eco.exchange.settlement.bank.UnclearLine;
import java.util.ArrayList;
import java.util.List;

/** The lines of statements and notices, as a bank writes them. */
final class EntryWriter {

  private static final String BOOKED = "BOOK";
  private static final String NONE = "NOTPROVIDED";

  private EntryWriter() {}

  /** The entries of lines; the parts of an entry stand one after the other and make one. */
  static List<ReportEntry10> entries(List<AccountLine> lines) {
    List<ReportEntry10> entries = new ArrayList<>();
    List<BankEntry> parts = new ArrayList<>();
    for (AccountLine line : lines) {
      switch (line) {
        case NotedLine noted -> entries.add(still(noted));
        case UnclearLine unclear -> throw new IllegalArgumentException("no bank writes " + unclear);
        case BankEntry entry -> {
          parts.add(entry);
          if (parts.size() == entry.references().parts()) {
            entries.add(entry(List.copyOf(parts)));
            parts.clear();
          }
        }
      }
    }
    return entries;
  }

  private static ReportEntry10 still(NotedLine noted) {
    boolean isStatus = !noted.why().equals(EntryReader.OF_NOTHING);
    return new ReportEntry10()
        .setAmt(MessageAmounts.written(Money.ZERO))
        .setCdtDbtInd(CreditDebitCode.CRDT)
        .setSts(new EntryStatus1Choice().setCd(isStatus ? noted.why() : BOOKED))
        .setAcctSvcrRef(noted.reference().isEmpty() ? null : noted.reference())
        .setBkTxCd(transfer());
  }

  private static ReportEntry10 entry(List<BankEntry> parts) {
    BankEntry first = parts.getFirst();
    Money whole = parts.stream().map(BankEntry::amount).reduce(Money.ZERO, Money::plus);
    EntryDetails9 details = new EntryDetails9();
    parts.forEach(part -> details.addTxDtls(detail(part)));
    if (first instanceof BankEntry.Collective all) {
      details.setBtch(new BatchInformation2().setPmtInfId(all.file()));
    }
    ReportEntry10 entry =
        new ReportEntry10()
            .setAmt(MessageAmounts.written(whole))
            .setCdtDbtInd(MessageAmounts.directionOf(first.effect()))
            .setSts(new EntryStatus1Choice().setCd(BOOKED))
            .setBookgDt(MessageTimes.written(first.booked()))
            .setAcctSvcrRef(first.references().entry().orElse(null))
            .setBkTxCd(transfer())
            .addNtryDtls(details);
    return first instanceof BankEntry.Reversal ? entry.setRvslInd(true) : entry;
  }

  private static EntryTransaction10 detail(BankEntry entry) {
    EntryReferences told = entry.references();
    EntryTransaction10 detail =
        new EntryTransaction10()
            .setRefs(
                new TransactionReferences6()
                    .setAcctSvcrRef(told.own().orElse(null))
                    .setEndToEndId(told.endToEnd().orElse(NONE)))
            .setAmt(MessageAmounts.written(entry.amount()))
            .setCdtDbtInd(MessageAmounts.directionOf(entry.effect()));
    return switch (entry) {
      case BankEntry.Incoming in -> incoming(detail, in);
      case BankEntry.Returned back -> detail.setRtrInf(reason(back.reason()));
      case BankEntry.Reversal taken -> reversal(detail, taken);
      case BankEntry.Outgoing out -> detail;
      case BankEntry.Collective all -> detail;
    };
  }

  private static EntryTransaction10 incoming(EntryTransaction10 detail, BankEntry.Incoming in) {
    TransactionParties6 parties = new TransactionParties6();
    if (!in.payer().isEmpty()) {
      parties.setDbtr(new Party40Choice().setPty(MessageAccounts.party(in.payer())));
    }
    if (!in.payerNumber().isEmpty()) {
      parties.setDbtrAcct(MessageAccounts.account(in.payerNumber()));
    }
    in.account()
        .ifPresent(
            account ->
                detail.setRltdAgts(
                    new TransactionAgents5().setDbtrAgt(MessageAccounts.atBank(account.bank()))));
    if (!in.subAccount().isEmpty()) {
      parties.setCdtrAcct(MessageAccounts.account(in.subAccount()));
    }
    if (!in.remittance().isEmpty()) {
      detail.setRmtInf(new RemittanceInformation16().addUstrd(in.remittance()));
    }
    return detail.setRltdPties(parties);
  }

  private static EntryTransaction10 reversal(EntryTransaction10 detail, BankEntry.Reversal taken) {
    if (taken.accounts().isEmpty()) {
      return detail;
    }
    TransactionParties6 parties = new TransactionParties6();
    if (!taken.account().isEmpty()) {
      parties.setDbtrAcct(MessageAccounts.account(taken.account()));
    }
    if (!taken.otherAccount().isEmpty()) {
      parties.setCdtrAcct(MessageAccounts.account(taken.otherAccount()));
    }
    return detail.setRltdPties(parties);
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
