package eco.exchange.contracts.contract;

import eco.exchange.answer.Answer;
import eco.exchange.contracts.ContractRefusal;
import eco.exchange.contracts.deal.Deal;
import eco.exchange.contracts.deal.DealJson;
import eco.exchange.event.AmendmentEvent;
import eco.exchange.event.ContractEvent;
import eco.exchange.event.MarketEvent;
import eco.exchange.market.ContractId;
import eco.exchange.market.PartyId;
import java.time.Instant;
import java.util.Optional;

/** A contract on its way from the press to the seal. Each state offers only its next move. */
public sealed interface Contract {

  ContractFacts facts();

  /** How far it is. */
  ContractState state();

  /** When a side signed; empty if it has not. */
  Optional<Instant> signedAt(ContractSide side);

  /** Changes with each step: how many signatures there are, the seal among them, or more. */
  default int version() {
    return state().ordinal();
  }

  default Optional<Instant> effectiveAt() {
    return Optional.empty();
  }

  default Optional<Instant> annulledAt() {
    return Optional.empty();
  }

  /** Drawn up; nobody has signed. */
  record Issued(ContractFacts facts) implements Contract {

    @Override
    public ContractState state() {
      return ContractState.ISSUED;
    }

    @Override
    public Optional<Instant> signedAt(ContractSide side) {
      return Optional.empty();
    }

    public MarketEvent event() {
      ContractId number = facts.contract();
      PartyId transferor = facts.transferor().id();
      PartyId transferee = facts.transferee().id();
      return facts
          .amends()
          .<MarketEvent>map(
              amends ->
                  new AmendmentEvent.AmendmentDrawn(
                      number.trade(),
                      amends.original(),
                      number,
                      transferor,
                      transferee,
                      amends.from()))
          .orElseGet(
              () ->
                  new ContractEvent.ContractIssued(number.trade(), number, transferor, transferee));
    }

    SignedByOne signed(ContractSide side, Instant at) {
      return new SignedByOne(facts, side, at);
    }
  }

  /** One side has signed. */
  record SignedByOne(ContractFacts facts, ContractSide side, Instant at) implements Contract {

    @Override
    public ContractState state() {
      return ContractState.SIGNED_BY_ONE;
    }

    @Override
    public Optional<Instant> signedAt(ContractSide asked) {
      return asked == side ? Optional.of(at) : Optional.empty();
    }

    /** The other side signs as well. */
    SignedByBoth signed(Instant otherAt) {
      return side == ContractSide.TRANSFEROR
          ? new SignedByBoth(facts, at, otherAt)
          : new SignedByBoth(facts, otherAt, at);
    }
  }

  /** Both have signed; the seal is missing. */
  record SignedByBoth(ContractFacts facts, Instant transferorAt, Instant transfereeAt)
      implements Contract {

    @Override
    public ContractState state() {
      return ContractState.SIGNED_BY_BOTH;
    }

    @Override
    public Optional<Instant> signedAt(ContractSide side) {
      return Optional.of(side == ContractSide.TRANSFEROR ? transferorAt : transfereeAt);
    }

    Effective sealed(Instant at) {
      return new Effective(this, at);
    }
  }

  /** Sealed and in force. */
  record Effective(SignedByBoth signed, Instant at) implements Contract {

    @Override
    public ContractFacts facts() {
      return signed.facts();
    }

    @Override
    public ContractState state() {
      return ContractState.EFFECTIVE;
    }

    @Override
    public Optional<Instant> signedAt(ContractSide side) {
      return signed.signedAt(side);
    }

    @Override
    public Optional<Instant> effectiveAt() {
      return Optional.of(at);
    }

    /** When the last of the two sides signed: the day of the contract. */
    Instant concludedAt() {
      return signed.transferorAt().isAfter(signed.transfereeAt())
          ? signed.transferorAt()
          : signed.transfereeAt();
    }
  }

  /**
   * Given up before both had signed.
   *
   * @param before how far it was
   */
  record Annulled(Contract before, Instant at) implements Contract {

    @Override
    public ContractFacts facts() {
      return before.facts();
    }

    @Override
    public ContractState state() {
      return ContractState.ANNULLED;
    }

    @Override
    public Optional<Instant> signedAt(ContractSide side) {
      return before.signedAt(side);
    }

    @Override
    public int version() {
      return state().ordinal() + before.version();
    }

    @Override
    public Optional<Instant> annulledAt() {
      return Optional.of(at);
    }

    /** Nobody is told of a contract, for it goes with its award. */
    Optional<MarketEvent> event() {
      ContractId number = facts().contract();
      return facts()
          .amends()
          .map(
              amends ->
                  new AmendmentEvent.AmendmentWithdrawn(number.trade(), amends.original(), number));
    }
  }

  /** What whoever draws it once more is told. */
  default Answer<ContractView> drawnAgain(Deal deal) {
    return facts().dealHash().equals(DealJson.hash(deal))
        ? Answer.done(view())
        : Answer.refused(
            ContractRefusal.DEAL_CHANGED, "drawn from another deal: " + deal.contract());
  }

  /** What pages show of it. */
  default ContractView view() {
    ContractFacts facts = facts();
    return new ContractView(
        facts.contract(),
        facts.contract().trade(),
        facts.transferor(),
        facts.transferee(),
        facts.price(),
        facts.deposit(),
        facts.termYears(),
        facts.termsHash(),
        state(),
        facts.issuedAt(),
        signedAt(ContractSide.TRANSFEROR),
        signedAt(ContractSide.TRANSFEREE),
        effectiveAt(),
        facts.amends());
  }
}
