package eco.exchange.bidding.ban;

import eco.exchange.market.PartyId;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * An entry for the ban list, as the decision of an authority words it.
 *
 * @param id the identity, chosen by the caller, so that a repeated entry is the same
 * @param subject who is banned
 * @param type what sort of wrong it was, for example 严重失信主体
 * @param role in which role it was done, for example 竞买人
 * @param reason what was done
 * @param decidedOn the day of the decision
 * @param from the first day of the ban
 * @param until its last day; empty for one without an end
 * @param authority who decided
 * @param document the number of the decision
 * @param acts what the subject may not do
 * @param scope who may read it
 */
public record Ban(
    UUID id,
    Subject subject,
    String type,
    String role,
    String reason,
    LocalDate decidedOn,
    LocalDate from,
    Optional<LocalDate> until,
    String authority,
    String document,
    Set<RestrictedAct> acts,
    BanScope scope) {

  /** The longest text of an entry, in characters. */
  public static final int TEXT_MAX = 500;

  /** Copies the acts. */
  public Ban {
    acts = Set.copyOf(acts);
  }

  /**
   * Who is banned. A body is found by its credit code, so that it cannot escape by registering
   * later; a person, whose number is not shown to anybody, by the registered party.
   *
   * @param party the party, if it is registered
   * @param name the name, as the decision has it
   * @param code the credit code, or the masked number of a person
   */
  public record Subject(Optional<PartyId> party, String name, String code) {}
}
