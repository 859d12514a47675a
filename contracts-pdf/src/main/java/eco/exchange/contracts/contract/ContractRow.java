package eco.exchange.contracts.contract;

import eco.exchange.market.ContractId;
import eco.exchange.market.NamedParty;
import eco.exchange.market.PartyId;
import eco.exchange.money.Money;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A contract as it is stored, without its paper. */
@Entity
@Table(schema = "contracts", name = "contract")
class ContractRow {

  @Id
  @Column(columnDefinition = "text")
  String number = "";

  @Column(columnDefinition = "text")
  String trade = "";

  int edition;
  UUID transferor = new UUID(0, 0);

  @Column(name = "transferor_name", columnDefinition = "text")
  String transferorName = "";

  UUID transferee = new UUID(0, 0);

  @Column(name = "transferee_name", columnDefinition = "text")
  String transfereeName = "";

  @Column(name = "price_fen")
  long priceFen;

  @Column(name = "deposit_fen")
  long depositFen;

  @Column(name = "term_years")
  int termYears;

  @Column(name = "terms_hash", columnDefinition = "text")
  String termsHash = "";

  @Column(name = "deal_hash", columnDefinition = "text")
  String dealHash = "";

  @Column(name = "issued_at")
  Instant issuedAt = Instant.EPOCH;

  @Column(name = "transferor_signed_at")
  @Nullable Instant transferorSignedAt;

  @Column(name = "transferee_signed_at")
  @Nullable Instant transfereeSignedAt;

  @Column(name = "effective_at")
  @Nullable Instant effectiveAt;

  @Column(name = "annulled_at")
  @Nullable Instant annulledAt;

  @Column(columnDefinition = "text")
  @Nullable String original;

  @Column(columnDefinition = "text")
  @Nullable String previous;

  @Column(name = "amends_from")
  @Nullable LocalDate amendsFrom;

  int version;

  ContractRow() {}

  ContractRow(Contract.Issued contract) {
    ContractFacts facts = contract.facts();
    number = facts.contract().number();
    trade = facts.contract().trade().code();
    edition = facts.contract().version();
    transferor = facts.transferor().id().id();
    transferorName = facts.transferor().name();
    transferee = facts.transferee().id().id();
    transfereeName = facts.transferee().name();
    priceFen = facts.price().fen();
    depositFen = facts.deposit().fen();
    termYears = facts.termYears();
    termsHash = facts.termsHash();
    dealHash = facts.dealHash();
    issuedAt = facts.issuedAt();
    facts
        .amends()
        .ifPresent(
            amends -> {
              original = amends.original().number();
              previous = amends.previous().number();
              amendsFrom = amends.from();
            });
  }

  Contract contract() {
    Instant annulled = annulledAt;
    return annulled == null ? signed() : new Contract.Annulled(signed(), annulled);
  }

  private Contract signed() {
    ContractFacts facts = facts();
    Instant first = transferorSignedAt;
    Instant second = transfereeSignedAt;
    Instant sealedAt = effectiveAt;
    if (first == null) {
      return second == null
          ? new Contract.Issued(facts)
          : new Contract.SignedByOne(facts, ContractSide.TRANSFEREE, second);
    } else if (second == null) {
      return new Contract.SignedByOne(facts, ContractSide.TRANSFEROR, first);
    }
    Contract.SignedByBoth signed = new Contract.SignedByBoth(facts, first, second);
    return sealedAt == null ? signed : signed.sealed(sealedAt);
  }

  private ContractFacts facts() {
    return new ContractFacts(
        ContractId.parse(number),
        new NamedParty(new PartyId(transferor), transferorName),
        new NamedParty(new PartyId(transferee), transfereeName),
        new Money(priceFen),
        new Money(depositFen),
        termYears,
        termsHash,
        dealHash,
        issuedAt,
        amends());
  }

  private Optional<AmendmentLinkView> amends() {
    String first = original;
    String before = previous;
    LocalDate from = amendsFrom;
    return first == null || before == null || from == null
        ? Optional.empty()
        : Optional.of(
            new AmendmentLinkView(ContractId.parse(first), ContractId.parse(before), from));
  }
}
