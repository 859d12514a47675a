package eco.exchange.answer;

/**
 * A reason for which a door refuses: each module has one enum of these, in the order in which they
 * are checked.
 *
 * <p>The name of the constant is the stable code that callers see; its titles, in Chinese and in
 * English, stand in one table of the application.
 */
public interface Reason {

  /** The name of the enum constant, for example TOO_LOW. */
  String name();

  /** What sort of refusal this is. */
  Kind kind();

  /** The sorts of refusal that a caller can tell apart without knowing the codes. */
  enum Kind {
    /** What was asked for makes no sense, or breaks a rule on its face. */
    INVALID,
    /** There is no such thing, or it is not the caller's to see. */
    NOT_FOUND,
    /** The caller may not do this. */
    FORBIDDEN,
    /** Not now: the thing is in another state. */
    CONFLICT,
    /** Not now: there is too much to do. The same may be asked again in a second. */
    BUSY
  }
}
