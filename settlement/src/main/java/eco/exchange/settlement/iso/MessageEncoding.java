package eco.exchange.settlement.iso;

import static eco.exchange.settlement.bank.BankRefusal.ENCODING_UNFIT;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The encoding in which a message is written: the one that it declares, or that its first bytes
 * show (XML 1.0, appendix F). A text that could be read in two ways is read in the declared one.
 *
 * @param name how the message calls it
 * @param charset how it is read
 */
record MessageEncoding(String name, Charset charset) {

  // GB 2312 and GBK are parts of GB 18030.
  private static final Charset GB18030 = Charset.forName("GB18030");

  private static final Map<String, Charset> READ =
      Map.of(
          "UTF-8", StandardCharsets.UTF_8,
          "UTF-16", StandardCharsets.UTF_16,
          "UTF-16BE", StandardCharsets.UTF_16BE,
          "UTF-16LE", StandardCharsets.UTF_16LE,
          "GB2312", GB18030,
          "GBK", GB18030,
          "GB18030", GB18030);

  private static final Pattern DECLARED =
      Pattern.compile("^\\s*<\\?xml[^>]*?\\sencoding\\s*=\\s*[\"']([A-Za-z][A-Za-z0-9._-]*)[\"']");

  private static final int HEAD = 200;

  /**
   * The encoding of a message.
   *
   * @throws UnfitMessageException if it declares one that is not read, or its bytes show another
   */
  static MessageEncoding of(byte[] bytes) {
    Optional<MessageEncoding> shown = shown(bytes);
    Charset ofHead = shown.map(MessageEncoding::charset).orElse(StandardCharsets.ISO_8859_1);
    Optional<MessageEncoding> declared = declared(head(bytes, ofHead));
    if (shown.isPresent() && declared.isPresent() && !agree(shown.get(), declared.get())) {
      throw new UnfitMessageException(
          ENCODING_UNFIT,
          "it declares %s, but begins as %s".formatted(declared.get().name, shown.get().name));
    }
    return shown.or(() -> declared).orElse(new MessageEncoding("UTF-8", StandardCharsets.UTF_8));
  }

  private static String head(byte[] bytes, Charset charset) {
    String head = new String(bytes, 0, Math.min(bytes.length, HEAD), charset);
    return head.startsWith("\uFEFF") ? head.substring(1) : head;
  }

  private static Optional<MessageEncoding> declared(String head) {
    Matcher found = DECLARED.matcher(head);
    if (!found.find()) {
      return Optional.empty();
    }
    String name = found.group(1);
    return Optional.of(
        Optional.ofNullable(READ.get(name.toUpperCase(Locale.ROOT)))
            .map(charset -> new MessageEncoding(name, charset))
            .orElseThrow(() -> new UnfitMessageException(ENCODING_UNFIT, name + " is not read")));
  }

  /** What the first bytes alone show: a byte order mark, or a '<' of two bytes. */
  private static Optional<MessageEncoding> shown(byte[] bytes) {
    if (begins(bytes, 0xEF, 0xBB, 0xBF)) {
      return Optional.of(new MessageEncoding("UTF-8", StandardCharsets.UTF_8));
    } else if (begins(bytes, 0xFE, 0xFF) || begins(bytes, 0x00, '<')) {
      return Optional.of(new MessageEncoding("UTF-16", StandardCharsets.UTF_16BE));
    } else if (begins(bytes, 0xFF, 0xFE) || begins(bytes, '<', 0x00)) {
      return Optional.of(new MessageEncoding("UTF-16", StandardCharsets.UTF_16LE));
    }
    return Optional.empty();
  }

  private static boolean begins(byte[] bytes, int... mark) {
    if (bytes.length < mark.length) {
      return false;
    }
    for (int i = 0; i < mark.length; i++) {
      if ((bytes[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  private static boolean agree(MessageEncoding shown, MessageEncoding declared) {
    return declared.charset.equals(shown.charset)
        || (declared.charset.equals(StandardCharsets.UTF_16) && shown.name.equals("UTF-16"));
  }
}
