package eco.exchange.settlement;

import static eco.exchange.settlement.Outcome.done;
import static eco.exchange.settlement.Outcome.refused;

import eco.exchange.answer.Answer;
import eco.exchange.settlement.SettlementStore.Scope;
import eco.exchange.settlement.distribution.EscrowView;
import eco.exchange.sharing.ContractVersions;
import eco.exchange.sharing.SealedAmendment;
import eco.exchange.sharing.SealedContract;
import eco.exchange.sharing.TermsCheck;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Takes sealed amendments: genuine, without fault, and chained to the last version. A door. */
@ApplicationScoped
public class Amending {

  private final SettlementStore store;

  Amending(SettlementStore store) {
    this.store = store;
  }

  /**
   * Takes an amendment: from its year on, incomes are shared by its terms. What is shared already
   * stays, and what was carried and recovered goes on. Again it changes nothing.
   */
  public Uni<Answer<EscrowView>> amend(SealedAmendment amendment) {
    return store.change(Scope.of(amendment.original().trade()), books -> judge(books, amendment));
  }

  private static Outcome<EscrowView> judge(Books books, SealedAmendment amendment) {
    Optional<EscrowView> escrow = books.escrow(amendment.original());
    if (escrow.isEmpty()) {
      String detail = "no contract %s is in effect".formatted(amendment.original());
      return refused(SettlementRefusal.CONTRACT_UNKNOWN, detail, books);
    } else if (escrow.get().amendments().contains(amendment)) {
      return done(escrow.get(), books);
    }
    SealedContract version = amendment.version();
    if (!Price.isGenuine(version)) {
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
    Books after = books.with(new Change.ContractAmended(amendment));
    return done(after.escrow().orElseThrow(), after);
  }
}
