package eco.exchange.settlement.ledger;

import eco.exchange.money.Money;
import java.time.Instant;
import java.util.Optional;

/**
 * A transfer, which moves, holds, or frees an amount between two accounts.
 *
 * @param key the business key: no two transfers have the same, so each effect happens once
 * @param debit the account from which the amount moves
 * @param credit the account to which it moves
 * @param amount the amount; more than nothing
 * @param code what the transfer is for
 * @param effect whether it moves the amount, holds it, or resolves a hold
 * @param at when it happened in the market
 */
public record Transfer(
    String key,
    AccountName debit,
    AccountName credit,
    Money amount,
    TransferCode code,
    TransferEffect effect,
    Instant at) {

  /** A transfer that moves an amount at once. */
  public static Transfer moving(
      String key,
      AccountName debit,
      AccountName credit,
      Money amount,
      TransferCode code,
      Instant at) {
    return new Transfer(key, debit, credit, amount, code, new TransferEffect.Move(), at);
  }

  /** This transfer, but only holding the amount, for as long as it takes. */
  public Transfer held() {
    return with(new TransferEffect.Hold(Optional.empty()));
  }

  /** This transfer, but only holding the amount, and no longer than until a moment. */
  public Transfer heldUntil(Instant moment) {
    return with(new TransferEffect.Hold(Optional.of(moment)));
  }

  /** This transfer, made by a distribution. */
  public Transfer by(String distribution) {
    return with(new TransferEffect.Share(distribution));
  }

  /** The transfer that moves all that this one holds. */
  public Transfer posted(String key, Instant at) {
    return posted(key, amount, at);
  }

  /** The transfer that moves a part of what this one holds, and frees the rest. */
  public Transfer posted(String key, Money part, Instant at) {
    return new Transfer(key, debit, credit, part, code, new TransferEffect.Post(this.key), at);
  }

  /** The transfer that gives up what this one holds. */
  public Transfer voided(String key, Instant at) {
    return new Transfer(key, debit, credit, amount, code, new TransferEffect.Release(this.key), at);
  }

  /** The transfer that ends this hold, because its time has come. */
  public Transfer expired(String key, Instant at) {
    return new Transfer(key, debit, credit, amount, code, new TransferEffect.Expire(this.key), at);
  }

  /** The transfer that moves back what this one has moved by mistake, or a part of it. */
  public Transfer corrected(String key, Money part, Instant at) {
    TransferEffect back = new TransferEffect.Correct(this.key);
    return new Transfer(key, credit, debit, part, TransferCode.CORRECTION, back, at);
  }

  private Transfer with(TransferEffect other) {
    return new Transfer(key, debit, credit, amount, code, other, at);
  }

  /** Whether it has moved its amount. */
  boolean isPosted() {
    return effect.phase() == TransferPhase.POSTED;
  }

  /** Whether something new enters the credit account, or is to enter it. */
  boolean enters() {
    return switch (effect.phase()) {
      case POSTED, PENDING -> true;
      case VOIDED, EXPIRED -> false;
    };
  }

  /** Whether it resolves a hold between the same accounts for the same cause. */
  boolean resolves(Transfer hold) {
    return debit.equals(hold.debit) && credit.equals(hold.credit) && code == hold.code;
  }

  /** Whether it takes the way of another back. */
  boolean reverses(Transfer other) {
    return debit.equals(other.credit) && credit.equals(other.debit);
  }

  /**
   * Whether money leaves an escrow only by a distribution, and a distribution leaves only there.
   */
  boolean keepsTheEscrow() {
    boolean isShare =
        effect instanceof TransferEffect.Share
            && code == TransferCode.DISTRIBUTION
            && credit.purpose() == AccountPurpose.PAYEE
            && credit.story().equals(debit.story());
    return debit.purpose() == AccountPurpose.ESCROW
        ? isShare
        : code != TransferCode.DISTRIBUTION && !(effect instanceof TransferEffect.Share);
  }
}
