package eco.exchange.settlement.iso;

import static eco.exchange.settlement.bank.BankRefusal.TOO_LARGE;

import com.prowidesoftware.swift.model.mx.dic.CreditDebitCode;
import com.prowidesoftware.swift.model.mx.dic.EntryTransaction10;
import com.prowidesoftware.swift.model.mx.dic.ReportEntry10;
import com.prowidesoftware.swift.model.mx.dic.TransactionReferences6;
import eco.exchange.money.Money;
import eco.exchange.settlement.bank.AccountLine;
import eco.exchange.settlement.bank.BankEntry;
import eco.exchange.settlement.bank.BookingTime;
import eco.exchange.settlement.bank.EntryReferences;
import eco.exchange.settlement.bank.NotedLine;
import eco.exchange.settlement.bank.UnclearLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The lines of statements and notices, as they are read: what was booked in one sum is told apart,
 * and what cannot be judged is a line of its own kind, so that it does not stop the others.
 */
final class EntryReader {

  private static final String BOOKED = "BOOK";

  /** What a line is noted as that is of nothing. */
  static final String OF_NOTHING = "ZERO";

  /** What a payer writes who has given no end-to-end id. */
  private static final String NONE = "NOTPROVIDED";

  /** How many lines a message may have: more than a bank tells of an account on a day. */
  static final int LINES_MAX = 20_000;

  private EntryReader() {}

  /**
   * The lines of a message.
   *
   * @param house the number of the account of which it tells
   * @throws UnfitMessageException if they are more than can be matched at once
   */
  static List<AccountLine> lines(List<ReportEntry10> told, String house) {
    int parts = told.stream().mapToInt(EntryReader::parts).sum();
    if (parts > LINES_MAX) {
      throw new UnfitMessageException(
          TOO_LARGE, "%d lines; at most %d are read".formatted(parts, LINES_MAX));
    }
    return told.stream()
        .flatMap(one -> lines(one).stream())
        .map(line -> line instanceof BankEntry.Reversal taken ? taken.without(house) : line)
        .toList();
  }

  private static int parts(ReportEntry10 told) {
    return Math.max(
        1, told.getNtryDtls().stream().mapToInt(detail -> detail.getTxDtls().size()).sum());
  }

  private static List<AccountLine> lines(ReportEntry10 told) {
    Optional<String> stillness = stillness(told);
    if (stillness.isPresent()) {
      return List.of(new NotedLine(number(told), stillness.get()));
    }
    Money whole = Money.ZERO;
    try {
      whole = MessageAmounts.moved(told.getAmt(), "entry " + number(told));
      return moved(told, whole);
    } catch (UnfitMessageException unfit) {
      boolean isIn = told.getCdtDbtInd() == CreditDebitCode.CRDT;
      return List.of(new UnclearLine(number(told), isIn ? whole : whole.negated(), unfit.told()));
    }
  }

  /** Why a line moves nothing; empty if it moves something. */
  private static Optional<String> stillness(ReportEntry10 told) {
    String status =
        Optional.ofNullable(told.getSts())
            .map(one -> one.getCd() == null ? String.valueOf(one.getPrtry()) : one.getCd())
            .orElse("");
    if (!status.equals(BOOKED)) {
      return Optional.of(status);
    }
    return MessageAmounts.isNothing(told.getAmt()) ? Optional.of(OF_NOTHING) : Optional.empty();
  }

  private static List<AccountLine> moved(ReportEntry10 told, Money whole) {
    List<EntryTransaction10> details =
        told.getNtryDtls().stream().flatMap(detail -> detail.getTxDtls().stream()).toList();
    List<EntryTransaction10> parts =
        details.isEmpty() ? List.of(new EntryTransaction10()) : details;
    EntryCharges charges = EntryCharges.of(told, parts, whole);
    List<AccountLine> lines = new ArrayList<>();
    int pieces = parts.size() + (charges.isBesides() ? 1 : 0);
    for (int i = 0; i < parts.size(); i++) {
      EntryTransaction10 part = parts.get(i);
      lines.add(
          MovementReader.read(
              told,
              part,
              references(told, part, i + 1, pieces),
              charges.amounts().get(i),
              booked(told, part)));
    }
    if (charges.isBesides()) {
      lines.add(
          MovementReader.charge(
              references(told, new EntryTransaction10(), pieces, pieces),
              charges.sum(),
              booked(told, parts.getFirst())));
    }
    return lines;
  }

  private static BookingTime booked(ReportEntry10 told, EntryTransaction10 part) {
    return MessageTimes.booked(told, part, "entry " + number(told));
  }

  private static EntryReferences references(
      ReportEntry10 told, EntryTransaction10 detail, int part, int parts) {
    return new EntryReferences(
        MessageAccounts.present(told.getAcctSvcrRef()),
        Optional.ofNullable(detail.getRefs())
            .map(TransactionReferences6::getAcctSvcrRef)
            .flatMap(MessageAccounts::present),
        Optional.ofNullable(detail.getRefs())
            .map(TransactionReferences6::getEndToEndId)
            .flatMap(MessageAccounts::present)
            .filter(id -> !id.equals(NONE)),
        part,
        parts);
  }

  private static String number(ReportEntry10 told) {
    return MessageAccounts.present(told.getAcctSvcrRef()).orElse("");
  }
}
