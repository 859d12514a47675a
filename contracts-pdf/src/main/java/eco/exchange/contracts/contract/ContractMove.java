package eco.exchange.contracts.contract;

import eco.exchange.calendar.Deadline;
import eco.exchange.contracts.ContractRefusal;
import eco.exchange.event.AmendmentEvent;
import eco.exchange.event.ContractEvent;
import eco.exchange.event.MarketEvent;
import eco.exchange.market.Actor;
import eco.exchange.market.ContractId;
import eco.exchange.market.PartyId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** The move of a contract that somebody wants to sign or seal, by the rules alone. */
public sealed interface ContractMove {

  /** Nothing; it may not be. */
  record Refused(ContractRefusal reason, String detail) implements ContractMove {}

  /** Nothing; it was done before. */
  record Already(Contract contract) implements ContractMove {}

  /** One side signs. */
  record Sign(Contract from, Contract to, ContractSide side, Instant at) implements ContractMove {}

  /** The centre seals. */
  record Seal(Contract.SignedByBoth from, Contract.Effective to) implements ContractMove {

    MarketEvent event() {
      ContractId id = to.facts().contract();
      String termsHash = to.facts().termsHash();
      return to.facts()
          .amends()
          .<MarketEvent>map(
              amends ->
                  new AmendmentEvent.ContractAmended(
                      id.trade(), amends.original(), id, termsHash, amends.from()))
          .orElseGet(() -> new ContractEvent.ContractEffective(id.trade(), id, termsHash));
    }
  }

  /** Judges a signature for a party by an actor. */
  static ContractMove sign(
      ContractId id, Optional<Contract> found, PartyId party, Actor actor, Instant at) {
    Optional<ContractSide> own = found.flatMap(contract -> contract.facts().sideOf(actor.party()));
    Optional<ContractSide> side = found.flatMap(contract -> contract.facts().sideOf(party));
    if (found.isEmpty() || own.isEmpty() || side.isEmpty()) {
      return unknown(id);
    } else if (!own.equals(side)) {
      return new Refused(ContractRefusal.NOT_YOUR_PARTY, "you act for the other party");
    } else if (isTooLate(found.get(), at)) {
      return new Refused(
          ContractRefusal.AMENDMENT_LATE, "the day from which it would apply has come");
    }
    return sign(found.get(), side.get(), at);
  }

  // What both have not signed by the day from which it would apply, nobody signs any more.
  private static boolean isTooLate(Contract contract, Instant at) {
    LocalDate today = LocalDate.ofInstant(at, Deadline.ZONE);
    boolean isOpen =
        contract instanceof Contract.Issued || contract instanceof Contract.SignedByOne;
    return isOpen
        && contract.facts().amends().filter(amends -> !today.isBefore(amends.from())).isPresent();
  }

  private static ContractMove sign(Contract contract, ContractSide side, Instant at) {
    return switch (contract) {
      case Contract.Issued issued -> new Sign(issued, issued.signed(side, at), side, at);
      case Contract.SignedByOne one when one.side() != side ->
          new Sign(one, one.signed(at), side, at);
      case Contract.SignedByOne one -> new Already(one);
      case Contract.SignedByBoth both -> new Already(both);
      case Contract.Effective effective -> new Already(effective);
      case Contract.Annulled annulled -> annulled(annulled);
    };
  }

  private static ContractMove annulled(Contract.Annulled contract) {
    return new Refused(ContractRefusal.ANNULLED, "annulled: " + contract.at());
  }

  /** Judges the seal. */
  static ContractMove seal(ContractId id, Optional<Contract> found, Actor officer, Instant at) {
    if (found.isEmpty()) {
      return unknown(id);
    } else if (found.get().facts().sideOf(officer.party()).isPresent()) {
      return new Refused(
          ContractRefusal.PARTY_MAY_NOT_SEAL, "a party to the contract cannot seal it");
    }
    return switch (found.get()) {
      case Contract.Issued issued -> unsigned(issued);
      case Contract.SignedByOne one -> unsigned(one);
      case Contract.SignedByBoth both -> new Seal(both, both.sealed(at));
      case Contract.Effective effective -> new Already(effective);
      case Contract.Annulled annulled -> annulled(annulled);
    };
  }

  private static ContractMove unknown(ContractId id) {
    return new Refused(ContractRefusal.CONTRACT_UNKNOWN, "no contract " + id);
  }

  private static ContractMove unsigned(Contract contract) {
    return new Refused(
        ContractRefusal.NOT_SIGNED_BY_BOTH, "not signed by both: " + contract.state());
  }
}
