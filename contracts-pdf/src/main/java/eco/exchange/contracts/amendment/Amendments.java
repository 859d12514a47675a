package eco.exchange.contracts.amendment;

import eco.exchange.answer.Answer;
import eco.exchange.answer.Refusal;
import eco.exchange.contracts.BlockingWork;
import eco.exchange.contracts.ContractRefusal;
import eco.exchange.contracts.contract.Contract;
import eco.exchange.contracts.contract.ContractAnnulment;
import eco.exchange.contracts.contract.ContractFacts;
import eco.exchange.contracts.contract.ContractStore;
import eco.exchange.contracts.contract.ContractView;
import eco.exchange.contracts.contract.Contracts;
import eco.exchange.contracts.contract.PaperMaker;
import eco.exchange.contracts.deal.Deal;
import eco.exchange.contracts.deal.DealCheck;
import eco.exchange.contracts.deal.DealJson;
import eco.exchange.contracts.deal.IssuingCentre;
import eco.exchange.contracts.key.SignatureKeys;
import eco.exchange.contracts.proof.PaperContents;
import eco.exchange.market.Actor;
import eco.exchange.market.ContractId;
import eco.exchange.sharing.SealedAmendment;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Amendments of contracts in force: each is a version of its own, chained by hash to the one
 * before. A door.
 *
 * <p>It is signed and sealed as a contract is, through {@link Contracts} and {@code OwnSignatures}.
 */
@ApplicationScoped
public class Amendments {

  private final ContractStore store;
  private final Contracts contracts;
  private final PaperMaker paperMaker;
  private final ContractAnnulment annulment;
  private final Clock clock;

  Amendments(
      ContractStore store,
      Contracts contracts,
      SignatureKeys keys,
      Clock clock,
      IssuingCentre office) {
    this.store = store;
    this.contracts = contracts;
    this.paperMaker = new PaperMaker(keys, office);
    this.annulment = new ContractAnnulment(store);
    this.clock = clock;
  }

  /**
   * Draws up an amendment for one of the parties, ready to be signed. While it is open, the same
   * draft again gives the same amendment, and another is refused.
   *
   * @param contract the contract that was first concluded
   */
  public Uni<Answer<ContractView>> draft(ContractId contract, AmendmentDraft draft, Actor actor) {
    Instant now = clock.instant();
    return store
        .versions(contract)
        .map(versions -> NextVersion.judge(contract, versions, draft, actor, now))
        .chain(
            judged ->
                switch (judged) {
                  case Answer.Refused<NextVersion> refused -> refused(refused.reasons());
                  case Answer.Done<NextVersion> done ->
                      draw(done.value(), draft, now, () -> draft(contract, draft, actor));
                });
  }

  private Uni<Answer<ContractView>> draw(
      NextVersion next,
      AmendmentDraft draft,
      Instant now,
      Supplier<Uni<Answer<ContractView>>> anew) {
    return store
        .paper(next.before().facts().contract().number())
        .map(Optional::orElseThrow)
        .chain(
            paper ->
                paperMaker.ifGenuine(paper, () -> draw(next, deal(next, draft, paper), now, anew)));
  }

  private static Deal deal(NextVersion next, AmendmentDraft draft, byte[] paper) {
    Deal before = PaperContents.dealIn(paper).deal();
    return before.amended(
        next.number(),
        DealJson.hash(before),
        draft.terms(),
        draft.from(),
        draft.reason(),
        draft.decision());
  }

  private Uni<Answer<ContractView>> draw(
      NextVersion next, Deal deal, Instant now, Supplier<Uni<Answer<ContractView>>> anew) {
    if (next.open().isPresent()) {
      return Uni.createFrom().item(drawnAgain(next.open().get(), deal));
    }
    List<Refusal> faults = DealCheck.faultsOf(deal).stream().map(ContractRefusal::of).toList();
    if (!faults.isEmpty()) {
      return refused(faults);
    }
    Contract.Issued issued = new Contract.Issued(ContractFacts.of(deal, now));
    return BlockingWork.run(() -> paperMaker.draw(deal, now))
        .chain(paper -> store.issue(issued, paper, issued.event()))
        .chain(won -> won ? Uni.createFrom().item(Answer.done(issued.view())) : anew.get());
  }

  private static Answer<ContractView> drawnAgain(Contract open, Deal deal) {
    return open.facts().dealHash().equals(DealJson.hash(deal))
        ? Answer.done(open.view())
        : Answer.refused(
            ContractRefusal.AMENDMENT_OPEN,
            "amendment %s is not signed by both".formatted(open.facts().contract()));
  }

  /** Withdraws, for one of the parties, an amendment that not both have signed; again the same. */
  public Uni<Answer<ContractView>> withdraw(ContractId amendment, Actor actor) {
    return amendment(amendment)
        .map(found -> found.filter(it -> it.facts().sideOf(actor.party()).isPresent()))
        .chain(found -> withdraw(amendment, found));
  }

  /** Withdraws an amendment that not both have signed before the day from which it would apply. */
  public Uni<Answer<ContractView>> expire(ContractId amendment) {
    return amendment(amendment).chain(found -> withdraw(amendment, found));
  }

  private Uni<Answer<ContractView>> withdraw(ContractId amendment, Optional<Contract> found) {
    return found.isPresent()
        ? annulment.annul(amendment, Optional.empty(), clock.instant())
        : refused(
            List.of(new Refusal(ContractRefusal.CONTRACT_UNKNOWN, "no amendment " + amendment)));
  }

  private Uni<Optional<Contract>> amendment(ContractId amendment) {
    return store
        .contract(amendment)
        .map(found -> found.filter(it -> it.facts().amends().isPresent()));
  }

  /** A contract and every amendment of it, also those that were withdrawn, in order. */
  public Uni<List<ContractView>> versions(ContractId contract) {
    return store.versions(contract).map(versions -> versions.stream().map(Contract::view).toList());
  }

  /**
   * What settlement may know of an amendment, read from the stored paper after proving it; fails
   * with {@link IllegalStateException} if it does not prove itself.
   */
  public Uni<SealedAmendment> sealed(ContractId amendment) {
    return contracts
        .sealed(amendment)
        .chain(proven -> store.paper(amendment.number()))
        .map(Optional::orElseThrow)
        .map(PaperContents::amendmentIn)
        .map(Optional::orElseThrow);
  }

  private static <T> Uni<Answer<T>> refused(List<Refusal> reasons) {
    return Uni.createFrom().item(Answer.refused(reasons));
  }
}
