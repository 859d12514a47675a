package eco.exchange.contracts.amendment;

import eco.exchange.contracts.deal.AmendmentLink;
import eco.exchange.sharing.SharingTerms;
import java.time.LocalDate;
import java.util.Optional;

/**
 * An amendment as a party proposes it.
 *
 * @param terms the whole sharing terms as they shall stand
 * @param from 1 January of the first year whose incomes are shared by them
 * @param reason why
 * @param decision by which the owner has decided it, where the law demands one
 */
public record AmendmentDraft(
    SharingTerms terms,
    LocalDate from,
    String reason,
    Optional<AmendmentLink.OwnersDecision> decision) {}
