package eco.exchange.contracts.proof;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import eco.exchange.contracts.proof.Verification.Check;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Forgeries that change bytes of a genuine paper: one of each kind of object, and whole ends. */
final class ByteForgeries {

  private final byte[] genuine;
  private final String text;
  private final List<Forgery> all = new ArrayList<>();

  private ByteForgeries(byte[] genuine) {
    this.genuine = genuine;
    this.text = new String(genuine, ISO_8859_1);
  }

  static List<Forgery> of(byte[] genuine) {
    ByteForgeries forgeries = new ByteForgeries(genuine);
    forgeries.objects();
    forgeries.signatures();
    forgeries.ends();
    return forgeries.all;
  }

  private void objects() {
    flip("a byte of the first page's text", "/Length \\d+>>stream\n", 1, 40, Check.SEAL_INTACT);
    flip("a byte of the last page's text", "/Length \\d+>>stream\n", 8, 40, Check.SEAL_INTACT);
    flip("a byte of the face", "/Length1 \\d+>>stream\n", 1, 5000, Check.SEAL_INTACT);
    flip("a byte of the colour profile", "/N 3>>stream\n", 1, 100, Check.SEAL_INTACT);
    flip("a byte of the metadata", "<dc:title>", 1, 60, Check.SEAL_INTACT);
    flip("a byte of the archive's mark", "pdfaid:part=\"", 1, 0, Check.SEAL_INTACT);
    flip("a byte of the sharing terms", "/EmbeddedFile>>stream\n", 1, 30, Check.SEAL_INTACT);
    flip("a byte of the deal", "/EmbeddedFile>>stream\n", 2, 30, Check.SEAL_INTACT);
    flip("a byte of the tags", "/Type/ObjStm>>stream\n", 1, 50, Check.SEAL_INTACT);
    flip("the name of the author", "/Creator\\(", 1, 4, Check.SEAL_INTACT);
    flip(
        "the mark of a signature", "/Subtype/Form/Type/XObject>>stream\n", 4, 4, Check.SEAL_INTACT);
    flip("the version of the file", "%PDF-1.", 1, 0, Check.SEAL_INTACT);
    flip("the comment in the second line", "%PDF-1.7\n%", 1, 1, Check.SEAL_INTACT);
  }

  private void signatures() {
    flip("the time a party claims", "/M\\(D:", 1, 3, Check.SEAL_INTACT);
    flip("the time the centre claims", "/M\\(D:", 3, 3, Check.SEAL_INTACT);
    flip("the reason of a signature", "/Reason\\(", 1, 4, Check.SEAL_INTACT);
    flip("the form of a signature", "/SubFilter/ETSI.CAdES.detache", 2, 0, Check.SEAL_INTACT);
    flip("the range of a party's signature", "/ByteRange \\[0 ", 1, 3, Check.SEAL_INTACT);
    flip("the range of the seal", "/ByteRange \\[0 ", 3, 3, Check.SEAL_INTACT);
    flip("the first byte of a party's container", "/Contents <", 1, 0, Check.SEAL_INTACT);
    flip("a certificate in a party's container", "/Contents <", 2, 600, Check.SEAL_INTACT);
    flip("a certificate in the seal's container", "/Contents <", 3, 600, Check.SEAL_INTACT);
    flip("the value of the seal", "/Contents <", 3, 1800, Check.SEAL_INTACT);
    flip("the token of the stamp", "/Contents <", 3, 3200, Check.TIME_STAMP);
    change("a digit of the seal in capitals", "/Contents <[0-9a-f]*?([a-f])", 3, -1, ~0x20);
    change("a digit behind the seal", "/Contents <[0-9a-f]+>", 3, -4, 0);
  }

  private void ends() {
    add("cut off in the middle", Check.READABLE, () -> Arrays.copyOf(genuine, genuine.length / 2));
    add(
        "cut off before the seal",
        Check.SEAL_COVERS_FILE,
        () -> Arrays.copyOf(genuine, revision(3)));
    add(
        "cut off before the second party",
        Check.SEAL_COVERS_FILE,
        () -> Arrays.copyOf(genuine, revision(2)));
    add(
        "without its last byte",
        Check.SEAL_INTACT,
        () -> Arrays.copyOf(genuine, genuine.length - 1));
    add("a blank line at the end", Check.SEAL_COVERS_FILE, () -> joined(genuine, bytes("\n")));
    add("a web page at the end", Check.SEAL_COVERS_FILE, () -> joined(genuine, bytes("<html>")));
    add("a web page before it", Check.SEAL_INTACT, () -> joined(bytes("<html>\n"), genuine));
    add("the paper twice", Check.SEAL_COVERS_FILE, () -> joined(genuine, genuine));
    add("nothing", Check.READABLE, () -> new byte[0]);
    add("zeros", Check.READABLE, () -> new byte[genuine.length]);
  }

  /** The end of a revision: the first is the paper as it was printed. */
  private int revision(int number) {
    return find("%%EOF\n", number).end();
  }

  private void flip(String what, String before, int which, int further, Check named) {
    add(
        what,
        named,
        () -> {
          byte[] forged = genuine.clone();
          int at = find(before, which).end() + further;
          // Digits stay digits, so that the change is not merely a broken file.
          forged[at] = (byte) (forged[at] == '9' ? '8' : forged[at] ^ 1);
          return forged;
        });
  }

  private void change(String what, String where, int which, int further, int kept) {
    add(
        what,
        Check.SEAL_INTACT,
        () -> {
          byte[] forged = genuine.clone();
          int at = find(where, which).end() + further;
          forged[at] = (byte) (kept == 0 ? '1' : forged[at] & kept);
          return forged;
        });
  }

  private Matcher find(String before, int which) {
    Matcher matcher = Pattern.compile(before, Pattern.DOTALL).matcher(text);
    for (int i = 0; i < which; i++) {
      if (!matcher.find()) {
        throw new IllegalStateException("only %d of %s".formatted(i, before));
      }
    }
    return matcher;
  }

  private void add(String what, Check named, Forgery.Making making) {
    all.add(new Forgery(what, named, making));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(ISO_8859_1);
  }

  private static byte[] joined(byte[] first, byte[] second) {
    byte[] joined = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, joined, first.length, second.length);
    return joined;
  }
}
