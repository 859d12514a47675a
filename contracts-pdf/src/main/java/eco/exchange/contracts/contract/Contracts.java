package eco.exchange.contracts.contract;

import eco.exchange.answer.Answer;
import eco.exchange.answer.Refusal;
import eco.exchange.contracts.BlockingWork;
import eco.exchange.contracts.ContractRefusal;
import eco.exchange.contracts.deal.Deal;
import eco.exchange.contracts.deal.DealCheck;
import eco.exchange.contracts.deal.IssuingCentre;
import eco.exchange.contracts.issue.IssuedPaper;
import eco.exchange.contracts.key.SignatureKeys;
import eco.exchange.contracts.proof.Verification;
import eco.exchange.event.MarketEvent;
import eco.exchange.market.Actor;
import eco.exchange.market.ContractId;
import eco.exchange.market.NamedParty;
import eco.exchange.market.PartyId;
import eco.exchange.market.TradeId;
import eco.exchange.money.Money;
import eco.exchange.sharing.SealedContract;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Contracts from the drawing to the certificate, with signatures and seal between. A door. */
@ApplicationScoped
public class Contracts {

  private static final Optional<MarketEvent> NO_EVENT = Optional.empty();

  private final ContractStore store;
  private final PaperMaker paperMaker;
  private final ContractAnnulment annulment;
  private final PaperIssuer issuer;
  private final Clock clock;

  public Contracts(ContractStore store, SignatureKeys keys, Clock clock, IssuingCentre office) {
    this.store = store;
    this.paperMaker = new PaperMaker(keys, office);
    this.annulment = new ContractAnnulment(store);
    this.issuer = new PaperIssuer(store, paperMaker);
    this.clock = clock;
  }

  /**
   * Draws up the contract of a deal, ready to be signed. The same deal again gives the same
   * contract; another deal under the same number is refused.
   */
  public Uni<Answer<ContractView>> draw(Deal deal) {
    return store
        .contract(deal.contract())
        .chain(
            drawn ->
                drawn
                    .map(contract -> Uni.createFrom().item(contract.drawnAgain(deal)))
                    .orElseGet(() -> issue(deal)));
  }

  private Uni<Answer<ContractView>> issue(Deal deal) {
    List<Refusal> faults = DealCheck.faultsOf(deal).stream().map(ContractRefusal::of).toList();
    if (!faults.isEmpty()) {
      return Uni.createFrom().item(Answer.refused(faults));
    }
    Contract.Issued issued = new Contract.Issued(ContractFacts.of(deal, clock.instant()));
    return BlockingWork.run(() -> paperMaker.draw(deal, issued.facts().issuedAt()))
        .chain(paper -> store.issue(issued, paper, issued.event()))
        .chain(won -> won ? done(issued) : draw(deal));
  }

  /** Signs for one of the two parties, with that party's key. Signing again changes nothing. */
  public Uni<Answer<ContractView>> sign(ContractId id, PartyId party, Actor actor) {
    return store
        .contract(id)
        .map(found -> ContractMove.sign(id, found, party, actor, clock.instant()))
        .chain(move -> carryOut(move, () -> sign(id, party, actor)));
  }

  /** Puts the centre's seal on a contract that both have signed; from now on it is in force. */
  public Uni<Answer<ContractView>> seal(ContractId id, Actor officer) {
    return store
        .contract(id)
        .map(found -> ContractMove.seal(id, found, officer, clock.instant()))
        .chain(move -> carryOut(move, () -> seal(id, officer)));
  }

  /**
   * Gives a contract up that not both have signed, because its award lapses; again changes nothing.
   * The party that is said not to sign must not have signed.
   */
  public Uni<Answer<ContractView>> annul(ContractId id, Optional<PartyId> defaulting) {
    return annulment.annul(id, defaulting, clock.instant());
  }

  /** Carries a move out; if somebody else was faster, judges anew. */
  private Uni<Answer<ContractView>> carryOut(
      ContractMove move, Supplier<Uni<Answer<ContractView>>> anew) {
    return switch (move) {
      case ContractMove.Refused refused -> refused(refused.reason(), refused.detail());
      case ContractMove.Already already -> done(already.contract());
      case ContractMove.Sign sign -> carryOut(sign, anew);
      case ContractMove.Seal seal -> carryOut(seal, anew);
    };
  }

  private Uni<Answer<ContractView>> carryOut(
      ContractMove.Sign sign, Supplier<Uni<Answer<ContractView>>> anew) {
    ContractFacts facts = sign.from().facts();
    NamedParty party = facts.party(sign.side());
    return BlockingWork.run(() -> paperMaker.revokedSince(party))
        .chain(
            revoked ->
                revoked.isPresent()
                    ? refused(
                        ContractRefusal.CERTIFICATE_REVOKED,
                        "the certificate was revoked: " + revoked.get())
                    : paper(facts.contract())
                        .chain(paper -> BlockingWork.run(() -> paperMaker.sign(paper, sign)))
                        .chain(signed -> store.move(sign.from(), sign.to(), signed, NO_EVENT))
                        .chain(won -> won ? done(sign.to()) : anew.get()));
  }

  // Proven before it counts: nobody shall pay by a paper that will not prove itself later.
  private Uni<Answer<ContractView>> carryOut(
      ContractMove.Seal seal, Supplier<Uni<Answer<ContractView>>> anew) {
    return paper(seal.from().facts().contract())
        .chain(paper -> BlockingWork.run(() -> paperMaker.seal(paper, seal.to().at())))
        .chain(
            paper ->
                paperMaker.ifGenuine(
                    paper,
                    () ->
                        store
                            .move(seal.from(), seal.to(), paper, Optional.of(seal.event()))
                            .chain(won -> won ? done(seal.to()) : anew.get())));
  }

  /**
   * What settlement may know of a contract, read from the stored paper after proving it; fails with
   * {@link IllegalStateException} if it does not prove itself: settlement must then stop.
   */
  public Uni<SealedContract> sealed(ContractId id) {
    return paper(id)
        .chain(this::proven)
        .map(
            proof ->
                proof
                    .contract()
                    .filter(contract -> contract.contract().equals(id))
                    .orElseThrow(() -> new IllegalStateException(id + ": " + proof.wrong())));
  }

  /** Issues the transaction certificate once the price is settled (R-POST-7). */
  public Uni<Answer<CertificateView>> certify(ContractId id, Money price) {
    return issuer.certify(id, price, clock.instant());
  }

  /**
   * Issues a paper under the centre's seal, or gives the one that was issued under its number: what
   * was issued stands. Fails with {@link IllegalArgumentException} if a statement has parts that
   * the contract's terms do not give.
   */
  public Uni<byte[]> issue(IssuedPaper paper) {
    return issuer.issue(paper, clock.instant());
  }

  /** The contract in English beside the Chinese, read from the stored paper after proving it. */
  public Uni<Answer<byte[]>> readingCopy(ContractId id) {
    return store.contract(id).chain(found -> issuer.readingCopy(id, found, clock.instant()));
  }

  /** What anybody may know of the paper of a number. */
  public Uni<Optional<PaperView>> known(String number) {
    return store
        .issued(number)
        .chain(
            issued ->
                issued.isPresent() || !ContractId.isNumber(number)
                    ? Uni.createFrom().item(issued)
                    : contract(ContractId.parse(number)).map(found -> found.map(PaperView::of)));
  }

  /** The contract of a number. */
  public Uni<Optional<ContractView>> contract(ContractId id) {
    return store.contract(id).map(found -> found.map(Contract::view));
  }

  /** The contract of a trade, without its amendments; of several awards, that of the latest. */
  public Uni<Optional<ContractView>> contractOf(TradeId trade) {
    return store.contractOf(trade).map(found -> found.map(Contract::view));
  }

  /** The certificate of a trade. */
  public Uni<Optional<CertificateView>> certificateOf(TradeId trade) {
    return store.certificateOf(trade);
  }

  /** The paper of a contract as it stands now. */
  public Uni<Optional<byte[]>> pdf(ContractId id) {
    return store.paper(id.number());
  }

  /** The paper of the certificate of a trade. */
  public Uni<Optional<byte[]>> certificatePdf(TradeId trade) {
    return store
        .certificateOf(trade)
        .map(found -> found.map(CertificateView::number).orElse(""))
        .chain(store::paper);
  }

  private Uni<byte[]> paper(ContractId id) {
    return store
        .paper(id.number())
        .map(found -> found.orElseThrow(() -> new IllegalStateException("no contract " + id)));
  }

  private Uni<Verification> proven(byte[] paper) {
    return BlockingWork.run(() -> paperMaker.prove(paper));
  }

  private static Uni<Answer<ContractView>> done(Contract contract) {
    return Uni.createFrom().item(Answer.done(contract.view()));
  }

  private static <T> Uni<Answer<T>> refused(ContractRefusal reason, String detail) {
    return Uni.createFrom().item(Answer.refused(reason, detail));
  }
}
