package eco.exchange.web.json;

import eco.exchange.market.Page;
import eco.exchange.web.problem.Problems;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The opaque marks that lead from one page of a list to the next. */
public final class Cursors {

  /** The longest mark that is read. */
  private static final int LENGTH_MAX = 512;

  private Cursors() {}

  /** The page as callers get it, its mark opaque. */
  public static <T> Page<T> page(Page<T> page) {
    return new Page<>(page.items(), page.after().map(Cursors::write));
  }

  /**
   * Reads the mark that a caller hands back.
   *
   * @throws eco.exchange.web.problem.ProblemException if it was none
   */
  public static Optional<String> read(@Nullable String cursor) {
    return Optional.ofNullable(cursor).map(Cursors::clear);
  }

  private static String write(String after) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(after.getBytes(StandardCharsets.UTF_8));
  }

  private static String clear(String cursor) {
    try {
      if (cursor.length() > LENGTH_MAX) {
        throw new IllegalArgumentException("too long");
      }
      byte[] bytes = Base64.getUrlDecoder().decode(cursor);
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (IllegalArgumentException | CharacterCodingException e) {
      throw Problems.unfit("after", "must be the mark that the page before ended with");
    }
  }
}
