package eco.exchange.settlement.intake;

import eco.exchange.market.PartyId;
import eco.exchange.market.TradeId;
import eco.exchange.settlement.books.Books;
import eco.exchange.settlement.receipt.BankReceipt;
import eco.exchange.settlement.receipt.SubAccountNumber;
import eco.exchange.settlement.receipt.SubAccountPurpose;
import eco.exchange.settlement.receipt.SubAccountView;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The matching of receipts with the sub-accounts for which they are meant: by the number that is
 * named; else by a number among the payer's words; else, for a price, a revenue or a penalty, by
 * the code of the trade among them, just what is missing, and the name under which the party has
 * paid before. A deposit must name its sub-account (R-QUA-4). What fits two is guessed for neither.
 */
final class SubAccountMatcher {

  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^0-9A-Z]+");
  private static final int WORDS_MAX = 50;

  private SubAccountMatcher() {}

  /** The numbers of sub-accounts that a receipt may mean, the one that is named first. */
  static List<String> numbers(BankReceipt receipt) {
    return Stream.concat(
            Stream.of(receipt.subAccount()), words(receipt).filter(SubAccountNumber::checks))
        .distinct()
        .toList();
  }

  /**
   * The trade whose books decide about a receipt: that of the numbers, else the one that the payer
   * has written of, if it is only one.
   */
  static Optional<TradeId> trade(Set<TradeId> ofNumbers, BankReceipt receipt) {
    return only(
        ofNumbers.isEmpty()
            ? words(receipt).flatMap(word -> trade(word).stream()).distinct().toList()
            : List.copyOf(ofNumbers));
  }

  /** The sub-account of a trade for which a receipt is meant. */
  static Optional<SubAccountView> of(Books books, BankReceipt receipt) {
    return books
        .subAccount(receipt.subAccount())
        .or(
            () ->
                only(
                    numbers(receipt).stream()
                        .flatMap(number -> books.subAccount(number).stream())
                        .toList()))
        .or(() -> only(awaitedOf(books, receipt)));
  }

  private static List<SubAccountView> awaitedOf(Books books, BankReceipt receipt) {
    return books.subAccounts().values().stream()
        .filter(account -> account.purpose() != SubAccountPurpose.DEPOSIT && account.isAwaited())
        .filter(account -> account.missing().equals(receipt.amount()))
        .filter(account -> hasPaidAs(receipt.payer(), account.party(), books))
        .toList();
  }

  private static boolean hasPaidAs(String payer, PartyId party, Books books) {
    return books.subAccounts().values().stream()
        .filter(account -> account.party().equals(party))
        .flatMap(account -> account.receipts())
        .anyMatch(before -> before.payer().equals(payer));
  }

  /** The trade of a code; empty if the word is none. */
  private static Optional<TradeId> trade(String word) {
    return TradeId.isCode(word) ? Optional.of(new TradeId(word)) : Optional.empty();
  }

  private static Stream<String> words(BankReceipt receipt) {
    return BETWEEN_WORDS.splitAsStream(receipt.remittance()).limit(WORDS_MAX);
  }

  private static <T> Optional<T> only(List<T> found) {
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }
}
