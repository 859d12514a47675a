package eco.exchange.sharing;

import eco.exchange.market.ContractId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A sealed contract with its sealed amendments, each chained to the version before.
 *
 * <p>Incomes are yearly, and a version begins with a year: by its year an income is shared by the
 * version in force. The price belongs to no year, whole or in instalments, and is shared as was
 * first agreed.
 *
 * @param contract the contract that was first concluded
 * @param amendments its amendments, in the order of the chain
 */
public record ContractVersions(SealedContract contract, List<SealedAmendment> amendments) {

  /** Why an amendment does not follow, in the order in which it is checked. */
  public enum Break {
    /** It amends another contract. */
    OTHER_CONTRACT,
    /** It names another version before, or counts backwards. */
    OTHER_PREDECESSOR,
    /** It was chained to other terms than those of the version before. */
    OTHER_TERMS_BEFORE,
    /** The parties, the price or the term are not those of the contract. */
    BARGAIN_CHANGED,
    /** It begins no later than the version before, or not with a year. */
    BEGINS_TOO_EARLY
  }

  /** Copies the list. */
  public ContractVersions {
    amendments = List.copyOf(amendments);
  }

  /** The number of the last version. */
  public ContractId latest() {
    return last().map(SealedAmendment::number).orElse(contract.contract());
  }

  /** Why an amendment does not follow the last version; empty if it does. */
  public Optional<Break> breakBefore(SealedAmendment next) {
    if (!next.original().equals(contract.contract())
        || !next.number().trade().equals(contract.contract().trade())) {
      return Optional.of(Break.OTHER_CONTRACT);
    } else if (!next.previous().equals(latest()) || next.number().version() <= latest().version()) {
      return Optional.of(Break.OTHER_PREDECESSOR);
    } else if (!next.termsHashBefore().equals(lastTerms().termsHash())) {
      return Optional.of(Break.OTHER_TERMS_BEFORE);
    } else if (!isOfTheSameBargain(next.version())) {
      return Optional.of(Break.BARGAIN_CHANGED);
    }
    boolean isLater = last().map(SealedAmendment::from).filter(next.from()::isAfter).isPresent();
    return next.from().getDayOfYear() == 1 && (isLater || amendments.isEmpty())
        ? Optional.empty()
        : Optional.of(Break.BEGINS_TOO_EARLY);
  }

  private boolean isOfTheSameBargain(SealedContract version) {
    return version.transferor().equals(contract.transferor())
        && version.transferee().equals(contract.transferee())
        && version.price().equals(contract.price())
        && version.deposit().equals(contract.deposit())
        && version.plan().equals(contract.plan())
        && version.termYears() == contract.termYears();
  }

  /** These versions and one more, which must follow. */
  public ContractVersions and(SealedAmendment next) {
    List<SealedAmendment> longer = new ArrayList<>(amendments);
    longer.add(next);
    return new ContractVersions(contract, longer);
  }

  /**
   * The contract, under its own number, with the terms by which is shared what is paid for an
   * occasion.
   */
  public SealedContract inForce(Occasion occasion) {
    return amendmentInForce(occasion)
        .map(SealedAmendment::version)
        .map(version -> contract.by(version.termsJson(), version.termsHash()))
        .orElse(contract);
  }

  /** The number of the version by which is shared what is paid for an occasion. */
  public ContractId numberInForce(Occasion occasion) {
    return amendmentInForce(occasion).map(SealedAmendment::number).orElse(contract.contract());
  }

  private Optional<SealedAmendment> amendmentInForce(Occasion occasion) {
    return occasion
        .calendarYear()
        .flatMap(
            year ->
                amendments.stream()
                    .filter(amendment -> !amendment.from().isAfter(LocalDate.of(year, 1, 1)))
                    .reduce((earlier, later) -> later));
  }

  private SealedContract lastTerms() {
    return last().map(SealedAmendment::version).orElse(contract);
  }

  private Optional<SealedAmendment> last() {
    return amendments.isEmpty() ? Optional.empty() : Optional.of(amendments.getLast());
  }
}
