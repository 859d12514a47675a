package eco.exchange.identity.secret;

/** The name of a person as others may read it: of it only the first character, as in 张*. */
public final class MaskedName {

  private MaskedName() {}

  /** The masked name; an empty one stays empty. */
  public static String of(String name) {
    if (name.isEmpty()) {
      return name;
    }
    int shown = name.offsetByCodePoints(0, 1);
    return name.substring(0, shown) + "*".repeat(name.codePointCount(shown, name.length()));
  }
}
