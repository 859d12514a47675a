package eco.exchange.settlement;

import static eco.exchange.settlement.SettlementMarket.START;
import static eco.exchange.settlement.SettlementMarket.account;
import static eco.exchange.settlement.SettlementMarket.await;
import static eco.exchange.settlement.SettlementMarket.done;
import static eco.exchange.settlement.SettlementMarket.party;
import static eco.exchange.settlement.SettlementMarket.yuan;

import eco.exchange.calendar.WorkingCalendar;
import eco.exchange.market.Actor;
import eco.exchange.settlement.bank.AccountLine;
import eco.exchange.settlement.bank.BankAccount;
import eco.exchange.settlement.bank.BankEntry;
import eco.exchange.settlement.bank.BankMessage;
import eco.exchange.settlement.bank.BookingTime;
import eco.exchange.settlement.bank.EntryReferences;
import eco.exchange.settlement.bank.HouseAccount;
import eco.exchange.settlement.bank.Payment;
import eco.exchange.settlement.bank.StatementPeriod;
import eco.exchange.settlement.banking.BankMessageView;
import eco.exchange.settlement.banking.Banking;
import eco.exchange.settlement.iso.IsoMessages;
import eco.exchange.settlement.receipt.ReceiptView;
import eco.exchange.testing.TestDatabase;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** A settlement market with its bank, which tells by notices what happens on the account. */
final class BankLink {

  static final BankAccount HOUSE = new BankAccount("公共资源交易中心", "69000100000000017", "105100000017");
  static final BankAccount OF_ANJI =
      new BankAccount("安吉竹海公司", "6222020200112233445", "102100099996");
  static final BankAccount OF_THE_VILLAGE =
      new BankAccount("甲村集体", "6228480402564890018", "103100000026");
  static final Actor MANAGER = new Actor(account("manager"), party("centre"));

  final PgMarket database = new PgMarket(TestDatabase.migrated());
  final SettlementMarket market = database.market();
  final SettlementDoors door = market.door;
  final Banking bank = database.banking(market, new HouseAccount(HOUSE));

  private int notices;
  private int statements;

  /** The bank tells lines in a notice; the first is N1. */
  BankMessageView tells(AccountLine... lines) {
    notices++;
    return takes(new BankMessage.Notice("N" + notices, START, List.of(lines)));
  }

  /** The bank states a day, counted from the first; the first statement is S1. */
  BankMessageView states(int day, String opening, String closing, AccountLine... lines) {
    statements++;
    LocalDate of = WorkingCalendar.dayOf(START).plusDays(day);
    return takes(
        new BankMessage.Statement(
            "S" + statements,
            START.plus(day, ChronoUnit.DAYS),
            "ST" + statements,
            Optional.empty(),
            new StatementPeriod(yuan(opening), of, yuan(closing), of),
            List.of(lines)));
  }

  /** The bank sends a message. */
  BankMessageView takes(BankMessage message) {
    return done(bank.take(IsoMessages.written(message, HOUSE.number()))).getFirst();
  }

  /** The keys of the exceptions that are open, oldest first. */
  List<String> exceptions() {
    return await(bank.exceptions(Optional.empty(), 100)).items().stream()
        .map(open -> open.key())
        .toList();
  }

  /** What all accounts of a purpose hold together, in fen. */
  String balance(String purpose) {
    return database
        .texts(
            "SELECT coalesce(sum(balance_fen), 0)::bigint FROM settlement.account WHERE purpose = '%s'"
                .formatted(purpose))
        .getFirst();
  }

  ReceiptView.State receipt(String reference) {
    return await(door.receipt(reference)).orElseThrow().state();
  }

  static BankEntry.Incoming incoming(String reference, String subAccount, String amount) {
    return incoming(EntryReferences.of(reference), subAccount, amount);
  }

  static BankEntry.Incoming incoming(
      String reference, String subAccount, String amount, BankAccount from) {
    return incoming(EntryReferences.of(reference), subAccount, amount, from);
  }

  static BankEntry.Incoming incoming(EntryReferences references, String subAccount, String amount) {
    return incoming(references, subAccount, amount, OF_ANJI);
  }

  private static BankEntry.Incoming incoming(
      EntryReferences references, String subAccount, String amount, BankAccount from) {
    return new BankEntry.Incoming(
        references,
        yuan(amount),
        BookingTime.at(START),
        subAccount,
        from.holder(),
        Optional.of(from),
        "");
  }

  static BankEntry.Reversal reversal(EntryReferences references, String amount) {
    return new BankEntry.Reversal(references, yuan(amount), BookingTime.at(START), "");
  }

  static BankEntry.Outgoing outgoing(EntryReferences references, String amount) {
    return new BankEntry.Outgoing(references, yuan(amount), BookingTime.at(START));
  }

  static BankEntry.Outgoing outgoing(String reference, Payment payment) {
    return outgoing(EntryReferences.of(reference, payment.endToEnd()), payment.amount().decimal());
  }

  static BankEntry.Returned returned(String reference, Payment payment) {
    return new BankEntry.Returned(
        EntryReferences.of(reference, payment.endToEnd()),
        payment.amount(),
        BookingTime.at(START),
        "账号不符");
  }
}
