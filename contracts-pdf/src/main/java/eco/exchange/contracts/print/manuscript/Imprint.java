package eco.exchange.contracts.print.manuscript;

import java.util.List;

/**
 * The marks by which a paper can be known again: where it is looked up, its number, and its hash.
 * It is printed beside the seal, in words and as a QR code.
 *
 * @param site the public address of the exchange, without a stroke at its end
 * @param paper the number under which the paper is looked up
 * @param hash the SHA-256 of what the paper says, in lower-case hexadecimal
 */
public record Imprint(String site, String paper, String hash) {

  private static final String LEAD = "扫描二维码或者打开下列网址，核对编号和指纹：";
  private static final int MARK_LENGTH = 16;

  /** The address that a reader may type. */
  String page() {
    return site + "/verify?paper=" + paper;
  }

  /** The address in the QR code, by which the hash is compared as well. */
  public String code() {
    return page() + "&hash=" + hash;
  }

  /** What stands on every page. */
  public String mark() {
    return "指纹 " + hash.substring(0, MARK_LENGTH);
  }

  /** What is printed beside the QR code. */
  public List<String> words() {
    String grouped = hash.replaceAll("(.{8})(?!$)", "$1 ");
    int half = grouped.length() / 2;
    return List.of(
        LEAD,
        page(),
        "指纹（SHA-256）",
        grouped.substring(0, half).trim(),
        grouped.substring(half).trim());
  }
}
