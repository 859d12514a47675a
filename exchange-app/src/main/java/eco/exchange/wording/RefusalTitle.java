package eco.exchange.wording;

/**
 * The short title of a refusal, the same whenever its code is told.
 *
 * @param zh the title in Chinese, for example '没有存管中的受让方保证金'
 * @param en the title in English, for example 'Deposit not held'
 */
public record RefusalTitle(String zh, String en) {

  /** A title says something in both languages. */
  public RefusalTitle {
    if (zh.isBlank() || en.isBlank()) {
      throw new IllegalArgumentException("a title is missing: '%s', '%s'".formatted(zh, en));
    }
  }
}
