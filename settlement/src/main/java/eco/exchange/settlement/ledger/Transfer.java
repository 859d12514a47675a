package eco.exchange.settlement.ledger;

import eco.exchange.money.Money;
import java.time.Instant;
import java.util.Optional;

/**
 * A transfer moves, holds, or frees an amount between two accounts.
 *
 * @param key the business key: no two transfers have the same, so each effect happens once
 * @param debit the account from which the amount moves
 * @param credit the account to which it moves
 * @param amount the amount; more than nothing
 * @param code what the transfer is for
 * @param phase whether it moves the amount, holds it, or gives a hold up
 * @param pending the key of the pending transfer that this one posts or voids
 * @param distribution the key of the distribution by which money leaves an escrow
 * @param at when it happened in the market
 */
public record Transfer(
    String key,
    AccountName debit,
    AccountName credit,
    Money amount,
    Code code,
    Phase phase,
    Optional<String> pending,
    Optional<String> distribution,
    Instant at) {

  /** A transfer that moves an amount at once. */
  public static Transfer moving(
      String key, AccountName debit, AccountName credit, Money amount, Code code, Instant at) {
    return new Transfer(
        key, debit, credit, amount, code, Phase.POSTED, Optional.empty(), Optional.empty(), at);
  }

  /** This transfer, but only holding the amount. */
  public Transfer held() {
    return new Transfer(key, debit, credit, amount, code, Phase.PENDING, pending, distribution, at);
  }

  /** This transfer, made by a distribution. */
  public Transfer by(String distribution) {
    return new Transfer(
        key, debit, credit, amount, code, phase, pending, Optional.of(distribution), at);
  }

  /** The transfer that makes this pending one final. */
  public Transfer posted(String key, Instant at) {
    return resolved(key, Phase.POSTED, at);
  }

  /** The transfer that gives this pending one up. */
  public Transfer voided(String key, Instant at) {
    return resolved(key, Phase.VOIDED, at);
  }

  private Transfer resolved(String key, Phase phase, Instant at) {
    return new Transfer(
        key, debit, credit, amount, code, phase, Optional.of(this.key), distribution, at);
  }

  /** Whether it moves the same amount between the same accounts for the same cause. */
  boolean isLike(Transfer other) {
    return debit.equals(other.debit)
        && credit.equals(other.credit)
        && amount.equals(other.amount)
        && code == other.code;
  }

  /** Whether a resolution is named exactly where there must be one. */
  boolean isWellFormed() {
    return switch (phase) {
      case POSTED -> true;
      case PENDING -> pending.isEmpty();
      case VOIDED -> pending.isPresent();
    };
  }

  /**
   * Whether money leaves an escrow only by a distribution, and a distribution leaves only there.
   */
  boolean keepsTheEscrow() {
    boolean byDistribution =
        code == Code.DISTRIBUTION
            && phase == Phase.POSTED
            && pending.isEmpty()
            && distribution.isPresent()
            && credit.purpose() == Purpose.PAYEE
            && credit.story().equals(debit.story());
    return debit.purpose() == Purpose.ESCROW
        ? byDistribution
        : code != Code.DISTRIBUTION && distribution.isEmpty();
  }
}
