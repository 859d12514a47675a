package eco.exchange.identity.account;

import eco.exchange.answer.Reason;

/**
 * Reasons for which a party or an account is not taken in, in the order in which they are checked.
 */
public enum IdentityRefusal implements Reason {
  /** There is no such party. */
  NO_SUCH_PARTY(Kind.NOT_FOUND),
  /** The name is empty or too long. */
  NAME_INVALID(Kind.INVALID),
  /** The credit code is misshapen or its check character is wrong. */
  CREDIT_CODE_INVALID(Kind.INVALID),
  /** The citizen number is misshapen, of no possible day, or its check character is wrong. */
  CITIZEN_NUMBER_INVALID(Kind.INVALID),
  /** The login is not 3 to 64 characters of a-z, 0-9, dot, dash, underscore and at-sign. */
  LOGIN_INVALID(Kind.INVALID),
  /** The password is shorter than ten characters, longer than 72 bytes, or contains the login. */
  PASSWORD_WEAK(Kind.INVALID),
  /** No role at all, or one that people of such a party cannot have. */
  ROLE_NOT_OPEN(Kind.INVALID),
  /** A party with this number is registered already. */
  NUMBER_TAKEN(Kind.CONFLICT),
  /** Somebody else signs in with this name. */
  LOGIN_TAKEN(Kind.CONFLICT);

  private final Kind kind;

  IdentityRefusal(Kind kind) {
    this.kind = kind;
  }

  @Override
  public Kind kind() {
    return kind;
  }
}
