package eco.exchange.settlement.price;

import static eco.exchange.answer.Decision.done;
import static eco.exchange.answer.Decision.refused;

import eco.exchange.answer.Decision;
import eco.exchange.settlement.books.Books;
import eco.exchange.settlement.books.BooksChange;
import eco.exchange.settlement.books.SettlementRefusal;
import eco.exchange.settlement.distribution.EscrowView;
import eco.exchange.sharing.ContractVersions;
import eco.exchange.sharing.SealedAmendment;
import eco.exchange.sharing.SealedContract;
import eco.exchange.sharing.TermsCheck;
import java.util.Optional;

/** The rules of amendments: genuine, without fault, and chained to the last version. */
final class AmendmentRules {

  private AmendmentRules() {}

  /** Takes a sealed amendment, if it follows the last version; the same again changes nothing. */
  static Decision<Books, EscrowView> amend(Books books, SealedAmendment amendment) {
    Optional<EscrowView> escrow = books.escrow(amendment.original());
    if (escrow.isEmpty()) {
      String detail = "no contract %s is in effect".formatted(amendment.original());
      return refused(SettlementRefusal.CONTRACT_UNKNOWN, detail, books);
    } else if (escrow.get().amendments().contains(amendment)) {
      return done(escrow.get(), books);
    }
    SealedContract version = amendment.version();
    if (!ContractPriceRules.isGenuine(version)) {
      String detail = "the terms are not those of the hash " + version.termsHash();
      return refused(SettlementRefusal.CONTRACT_NOT_GENUINE, detail, books);
    } else if (!TermsCheck.faultsOf(version.terms()).isEmpty()) {
      String detail = TermsCheck.faultsOf(version.terms()).toString();
      return refused(SettlementRefusal.TERMS_FAULTY, detail, books);
    }
    Optional<ContractVersions.Break> broken = escrow.get().versions().breakBefore(amendment);
    if (broken.isPresent()) {
      String detail = "%s: %s".formatted(amendment.number(), broken.get());
      return refused(SettlementRefusal.AMENDMENT_OUT_OF_CHAIN, detail, books);
    }
    Books after = books.with(new BooksChange.ContractAmended(amendment));
    return done(after.escrow().orElseThrow(), after);
  }
}
