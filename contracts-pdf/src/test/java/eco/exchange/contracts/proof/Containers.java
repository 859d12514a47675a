package eco.exchange.contracts.proof;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.io.IOException;
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
  String hex(int which) throws IOException {
    int[] place = places.get(which);
    byte[] bytes = HexFormat.of().parseHex(file.substring(place[0], place[1]));
    try (ASN1InputStream input = new ASN1InputStream(new ByteArrayInputStream(bytes))) {
      return HexFormat.of().formatHex(input.readObject().getEncoded("DER"));
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
