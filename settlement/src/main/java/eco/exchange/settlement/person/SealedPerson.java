package eco.exchange.settlement.person;

/**
 * A person, as far as this module may know: sealed, and found again without being opened.
 *
 * @param person name and number, sealed by whoever files the roster
 * @param blindIndex what the same citizen number always gives, and nobody can lead back
 * @param codeHash the SHA-256 of the personal code by which this person alone asks for its
 *     statement
 */
public record SealedPerson(String person, String blindIndex, String codeHash) {}
