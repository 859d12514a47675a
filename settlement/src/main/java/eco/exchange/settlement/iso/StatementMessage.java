package eco.exchange.settlement.iso;

import static eco.exchange.settlement.bank.BankRefusal.NOT_ONE_STATEMENT;

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
import com.prowidesoftware.swift.model.mx.dic.ReportEntry10;
import eco.exchange.money.Money;
import eco.exchange.settlement.bank.AccountLine;
import eco.exchange.settlement.bank.BankMessage;
import eco.exchange.settlement.bank.StatementPeriod;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The statements of an account (camt.053), read and written. */
final class StatementMessage {

  private static final String OPENING = "OPBD";

  /** With what the statement before has closed, which is what this one opens with. */
  private static final String CLOSED_BEFORE = "PRCD";

  private static final String CLOSING = "CLBD";

  private StatementMessage() {}

  /** The statements of one account; those of others are not even looked at. */
  static List<BankMessage> read(String text, String account) {
    BankToCustomerStatementV08 told =
        MxCamt05300108.parse(text, MessageLibrary.reading()).getBkToCstmrStmt();
    List<AccountStatement9> ours =
        told.getStmt().stream()
            .filter(one -> account.equals(MessageAccounts.number(one.getAcct().getId())))
            .toList();
    return numbered(told.getGrpHdr(), ours, (id, one) -> read(id, told.getGrpHdr(), one));
  }

  private static BankMessage read(String id, GroupHeader81 header, AccountStatement9 statement) {
    demandWhole(statement.getStmtPgntn());
    List<AccountLine> lines =
        EntryReader.lines(statement.getNtry(), MessageAccounts.number(statement.getAcct().getId()));
    StatementTotals.demand(statement.getTxsSummry(), statement.getNtry(), lines);
    Optional<CashBalance8> told = balance(statement, OPENING);
    CashBalance8 opening =
        told.or(() -> balance(statement, CLOSED_BEFORE)).orElseThrow(() -> missing(OPENING));
    LocalDate opensOn = day(opening, OPENING);
    CashBalance8 closing = balance(statement, CLOSING).orElseThrow(() -> missing(CLOSING));
    return new BankMessage.Statement(
        id,
        MessageTimes.read(header.getCreDtTm(), "the message"),
        MessageAccounts.stripped(statement.getId()),
        Optional.ofNullable(statement.getElctrncSeqNb()).map(BigDecimal::longValueExact),
        new StatementPeriod(
            amount(opening, OPENING),
            told.isPresent() ? opensOn : opensOn.plusDays(1),
            amount(closing, CLOSING),
            day(closing, CLOSING)),
        lines);
  }

  static AbstractMX written(BankMessage.Statement statement, String account) {
    StatementPeriod period = statement.period();
    List<ReportEntry10> entries = EntryWriter.entries(statement.lines());
    AccountStatement9 written =
        new AccountStatement9()
            .setId(statement.number())
            .setElctrncSeqNb(statement.sequence().map(BigDecimal::valueOf).orElse(null))
            .setCreDtTm(MessageTimes.written(statement.writtenAt()))
            .setAcct(new CashAccount39().setId(MessageAccounts.written(account)))
            .addBal(balance(OPENING, period.opening(), period.opensOn()))
            .addBal(balance(CLOSING, period.closing(), period.closesOn()))
            .setTxsSummry(StatementTotals.written(entries, statement.lines()));
    entries.forEach(entry -> written.addNtry(entry));
    return new MxCamt05300108()
        .setBkToCstmrStmt(
            new BankToCustomerStatementV08()
                .setGrpHdr(header(statement.id(), statement.writtenAt()))
                .addStmt(written));
  }

  static GroupHeader81 header(String id, Instant at) {
    return new GroupHeader81().setMsgId(id).setCreDtTm(MessageTimes.written(at));
  }

  /** What a message holds of an account; each has a number of its own, if it is not alone. */
  static <T> List<BankMessage> numbered(
      GroupHeader81 header, List<T> ours, BiFunction<String, T, BankMessage> reading) {
    demandWhole(header.getMsgPgntn());
    String id = MessageAccounts.stripped(header.getMsgId());
    return IntStream.range(0, ours.size())
        .mapToObj(
            i -> reading.apply(ours.size() == 1 ? id : "%s/%d".formatted(id, i + 1), ours.get(i)))
        .toList();
  }

  static void demandWhole(@Nullable Pagination1 page) {
    if (page != null && !(page.isLastPgInd() && new BigDecimal(page.getPgNb()).intValue() == 1)) {
      throw new UnfitMessageException(
          NOT_ONE_STATEMENT, "it is page %s of several".formatted(page.getPgNb()));
    }
  }

  private static Optional<CashBalance8> balance(AccountStatement9 statement, String type) {
    List<CashBalance8> found =
        statement.getBal().stream()
            .filter(one -> type.equals(one.getTp().getCdOrPrtry().getCd()))
            .toList();
    if (found.size() > 1) {
      throw new UnfitMessageException(
          NOT_ONE_STATEMENT, "it tells %d balances %s".formatted(found.size(), type));
    }
    return found.stream().findFirst();
  }

  private static Money amount(CashBalance8 told, String type) {
    return MessageAmounts.balance(told.getAmt(), told.getCdtDbtInd(), "balance " + type);
  }

  private static LocalDate day(CashBalance8 told, String type) {
    return MessageTimes.day(told.getDt(), "balance " + type);
  }

  private static UnfitMessageException missing(String type) {
    return new UnfitMessageException(NOT_ONE_STATEMENT, "it tells no balance " + type);
  }

  private static CashBalance8 balance(String type, Money amount, LocalDate day) {
    return new CashBalance8()
        .setTp(new BalanceType13().setCdOrPrtry(new BalanceType10Choice().setCd(type)))
        .setAmt(MessageAmounts.written(MessageAmounts.absolute(amount)))
        .setCdtDbtInd(MessageAmounts.directionOf(amount))
        .setDt(MessageTimes.on(day));
  }
}
