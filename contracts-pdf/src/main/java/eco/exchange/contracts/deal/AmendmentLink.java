package eco.exchange.contracts.deal;

import eco.exchange.market.ContractId;
import eco.exchange.sharing.SharingTerms;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The link of an amendment (补充协议) to its contract: the version that it follows, its first day, its
 * reason, and the decision about it.
 *
 * @param original the contract that was first concluded
 * @param previous the version before: the contract itself, or its last amendment
 * @param terms the sharing terms of the version before
 * @param dealHash the SHA-256 of the deal of the version before
 * @param from the first day of the first year whose incomes are shared by this version
 * @param reason why it was agreed
 * @param decision by which the owner has decided it, where the law demands one
 */
public record AmendmentLink(
    ContractId original,
    ContractId previous,
    SharingTerms terms,
    String dealHash,
    LocalDate from,
    String reason,
    Optional<OwnersDecision> decision) {

  /**
   * A document by which the owner has decided.
   *
   * @param document its name and number
   * @param sha256 the SHA-256 of the document, in lower-case hexadecimal
   * @param vote how members have voted; for what belongs to a collective
   */
  public record OwnersDecision(String document, String sha256, Optional<Vote> vote) {}

  /**
   * A vote of a collective's members (农村集体经济组织法 26-27, R-REG-8).
   *
   * @param announced when the meeting was announced
   * @param held when it was held
   * @param members how many members have full capacity
   * @param present how many of them were there
   * @param inFavour how many of them agreed
   */
  public record Vote(LocalDate announced, LocalDate held, int members, int present, int inFavour) {}
}
