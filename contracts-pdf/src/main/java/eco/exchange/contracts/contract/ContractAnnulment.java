package eco.exchange.contracts.contract;

import eco.exchange.answer.Answer;
import eco.exchange.contracts.ContractRefusal;
import eco.exchange.market.ContractId;
import eco.exchange.market.PartyId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Optional;

/** The annulment of contracts that not both have signed. */
public final class ContractAnnulment {

  private final ContractStore store;

  public ContractAnnulment(ContractStore store) {
    this.store = store;
  }

  public Uni<Answer<ContractView>> annul(ContractId id, Optional<PartyId> defaulting, Instant now) {
    return store
        .contract(id)
        .chain(
            found ->
                switch (judge(id, found, defaulting, now)) {
                  case Answer.Refused<Contract.Annulled> refused ->
                      Uni.createFrom().item(Answer.<ContractView>refused(refused.reasons()));
                  case Answer.Done<Contract.Annulled> done
                      when found.filter(done.value()::equals).isPresent() ->
                      Uni.createFrom().item(Answer.done(done.value().view()));
                  case Answer.Done<Contract.Annulled> done ->
                      write(done.value()).chain(won -> annul(id, defaulting, now));
                });
  }

  // Nothing is printed on the paper: it stays as it was signed, and the row tells that it is void.
  private Uni<Boolean> write(Contract.Annulled annulled) {
    return store
        .paper(annulled.facts().contract().number())
        .map(Optional::orElseThrow)
        .chain(paper -> store.move(annulled.before(), annulled, paper, annulled.event()));
  }

  /**
   * Judges whether a contract may be given up.
   *
   * @param defaulting the party that is said not to sign, if there is one; it must not have signed
   */
  static Answer<Contract.Annulled> judge(
      ContractId id, Optional<Contract> found, Optional<PartyId> defaulting, Instant at) {
    if (found.isEmpty()) {
      return Answer.refused(ContractRefusal.CONTRACT_UNKNOWN, "no contract " + id);
    }
    Contract contract = found.get();
    boolean hasSigned =
        defaulting.flatMap(contract.facts()::sideOf).flatMap(contract::signedAt).isPresent();
    return switch (contract) {
      case Contract.Annulled annulled -> Answer.done(annulled);
      case Contract.Issued issued -> Answer.done(new Contract.Annulled(issued, at));
      case Contract.SignedByOne one when !hasSigned -> Answer.done(new Contract.Annulled(one, at));
      case Contract.SignedByOne one -> signed(one);
      case Contract.SignedByBoth both -> signed(both);
      case Contract.Effective effective -> signed(effective);
    };
  }

  private static Answer<Contract.Annulled> signed(Contract contract) {
    return Answer.refused(ContractRefusal.ALREADY_SIGNED, "signed already: " + contract.state());
  }
}
