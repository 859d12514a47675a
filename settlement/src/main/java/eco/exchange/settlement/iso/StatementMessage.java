package eco.exchange.settlement.iso;

import static eco.exchange.settlement.bank.BankRefusal.NOT_ONE_STATEMENT;
import static eco.exchange.settlement.bank.BankRefusal.REFERENCE_MISSING;

import com.prowidesoftware.swift.model.mx.AbstractMX;
import com.prowidesoftware.swift.model.mx.MxCamt05300108;
import com.prowidesoftware.swift.model.mx.dic.AccountStatement9;
import com.prowidesoftware.swift.model.mx.dic.BalanceType10Choice;
import com.prowidesoftware.swift.model.mx.dic.BalanceType13;
import com.prowidesoftware.swift.model.mx.dic.BankToCustomerStatementV08;
import com.prowidesoftware.swift.model.mx.dic.CashAccount39;
import com.prowidesoftware.swift.model.mx.dic.CashBalance8;
import com.prowidesoftware.swift.model.mx.dic.GroupHeader81;
import com.prowidesoftware.swift.model.mx.dic.Pagination1;
import eco.exchange.money.Money;
import eco.exchange.settlement.bank.BankEntry;
import eco.exchange.settlement.bank.BankMessage;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The statement of an account (camt.053), read and written. */
final class StatementMessage {

  private static final String OPENING = "OPBD";
  private static final String CLOSING = "CLBD";

  private StatementMessage() {}

  static BankMessage read(String text) {
    BankToCustomerStatementV08 told =
        MxCamt05300108.parse(text, MessageLibrary.reading()).getBkToCstmrStmt();
    AccountStatement9 statement = only(told.getStmt(), told.getGrpHdr());
    demandWhole(statement.getStmtPgntn());
    BigDecimal sequence = statement.getElctrncSeqNb();
    if (sequence == null) {
      throw new UnfitMessageException(
          REFERENCE_MISSING, "the number of statement " + statement.getId());
    }
    List<BankEntry> entries = EntryReader.read(statement.getNtry());
    StatementTotals.demand(statement.getTxsSummry(), statement.getNtry(), entries);
    return new BankMessage.Statement(
        told.getGrpHdr().getMsgId(),
        told.getGrpHdr().getCreDtTm().toInstant(),
        MessageAccounts.number(statement.getAcct().getId()),
        sequence.longValueExact(),
        balance(statement, OPENING),
        balance(statement, CLOSING),
        entries);
  }

  static AbstractMX written(BankMessage.Statement statement) {
    AccountStatement9 written =
        new AccountStatement9()
            .setId(statement.id())
            .setElctrncSeqNb(BigDecimal.valueOf(statement.sequence()))
            .setCreDtTm(MessageTimes.written(statement.writtenAt()))
            .setAcct(new CashAccount39().setId(MessageAccounts.written(statement.account())))
            .addBal(balance(OPENING, statement.opening(), statement.writtenAt()))
            .addBal(balance(CLOSING, statement.closing(), statement.writtenAt()))
            .setTxsSummry(StatementTotals.written(statement.entries()));
    statement.entries().forEach(entry -> written.addNtry(EntryWriter.written(entry)));
    return new MxCamt05300108()
        .setBkToCstmrStmt(
            new BankToCustomerStatementV08()
                .setGrpHdr(header(statement.id(), statement.writtenAt()))
                .addStmt(written));
  }

  static GroupHeader81 header(String id, Instant at) {
    return new GroupHeader81().setMsgId(id).setCreDtTm(MessageTimes.written(at));
  }

  /** The only statement or notice of a message, which must not be a page of a longer one. */
  static <T> T only(List<T> all, GroupHeader81 header) {
    demandWhole(header.getMsgPgntn());
    if (all.size() != 1) {
      throw new UnfitMessageException(NOT_ONE_STATEMENT, "it holds " + all.size());
    }
    return all.getFirst();
  }

  static void demandWhole(@Nullable Pagination1 page) {
    if (page != null && !(page.isLastPgInd() && new BigDecimal(page.getPgNb()).intValue() == 1)) {
      throw new UnfitMessageException(
          NOT_ONE_STATEMENT, "it is page %s of several".formatted(page.getPgNb()));
    }
  }

  private static Money balance(AccountStatement9 statement, String type) {
    List<CashBalance8> found =
        statement.getBal().stream()
            .filter(one -> type.equals(one.getTp().getCdOrPrtry().getCd()))
            .toList();
    if (found.size() != 1) {
      throw new UnfitMessageException(
          NOT_ONE_STATEMENT, "it tells %d balances %s".formatted(found.size(), type));
    }
    CashBalance8 told = found.getFirst();
    return MessageAmounts.balance(told.getAmt(), told.getCdtDbtInd(), "balance " + type);
  }

  private static CashBalance8 balance(String type, Money amount, Instant at) {
    return new CashBalance8()
        .setTp(new BalanceType13().setCdOrPrtry(new BalanceType10Choice().setCd(type)))
        .setAmt(MessageAmounts.written(MessageAmounts.absolute(amount)))
        .setCdtDbtInd(MessageAmounts.directionOf(amount))
        .setDt(MessageTimes.onDayOf(at));
  }
}
