package eco.exchange.contracts.proof;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.SignerInformationStore;

/** The signatures of a paper as they stand in the file, in order. */
final class Containers {

  private static final Pattern DIGITS = Pattern.compile("/Contents <([0-9a-f]+)>");

  private static final int CONSTRUCTED = 0x20;
  private static final int CLASS = 0xc0;
  private static final int NUMBERED = 0x80;

  private final String file;
  private final List<int[]> places = new ArrayList<>();

  Containers(byte[] paper) {
    this.file = new String(paper, ISO_8859_1);
    Matcher matcher = DIGITS.matcher(file);
    while (matcher.find()) {
      places.add(new int[] {matcher.start(1), matcher.end(1)});
    }
  }

  /** The digits of a signature without the zeros behind. */
  String hex(int which) {
    int[] place = places.get(which);
    byte[] bytes = HexFormat.of().parseHex(file.substring(place[0], place[1]));
    try (ASN1InputStream input = new ASN1InputStream(new ByteArrayInputStream(bytes))) {
      return HexFormat.of().formatHex(input.readObject().getEncoded("DER"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The paper with one bit changed in a byte of a signature. */
  byte[] flipped(int which, int at, int bit) {
    byte[] bytes = HexFormat.of().parseHex(hex(which));
    bytes[at] ^= (byte) (1 << bit);
    return with(which, HexFormat.of().formatHex(bytes));
  }

  /**
   * Where fields of a signature stand that have no type of their own, but a number as their tag.
   */
  List<Integer> numbered(int which) {
    byte[] der = HexFormat.of().parseHex(hex(which));
    List<Integer> tags = new ArrayList<>();
    addTags(der, 0, Integer.MAX_VALUE, tags);
    return tags.stream().filter(at -> (der[at] & CLASS) == NUMBERED).toList();
  }

  private static void addTags(byte[] der, int from, int to, List<Integer> tags) {
    for (int at = from; at < Math.min(to, der.length); ) {
      tags.add(at);
      int first = der[at + 1] & 0xff;
      int digits = first < 0x80 ? 0 : first - 0x80;
      int body = at + 2 + digits;
      int length = first < 0x80 ? first : new BigInteger(1, der, at + 2, digits).intValueExact();
      if ((der[at] & CONSTRUCTED) != 0) {
        addTags(der, body, body + length, tags);
      }
      at = body + length;
    }
  }

  /** The paper with other digits in the place of a signature. */
  byte[] with(int which, String hex) {
    int[] place = places.get(which);
    String padded = hex + "0".repeat(place[1] - place[0] - hex.length());
    return (file.substring(0, place[0]) + padded + file.substring(place[1])).getBytes(ISO_8859_1);
  }

  /** The paper with the seal as it was before it was stamped. */
  byte[] withoutStamp() throws Exception {
    CMSSignedData seal = new CMSSignedData(HexFormat.of().parseHex(hex(2)));
    SignerInformation signer = seal.getSignerInfos().iterator().next();
    CMSSignedData bare =
        CMSSignedData.replaceSigners(
            seal,
            new SignerInformationStore(SignerInformation.replaceUnsignedAttributes(signer, null)));
    ContentInfo content = bare.toASN1Structure();
    return with(2, HexFormat.of().formatHex(content.getEncoded("DER")));
  }
}
