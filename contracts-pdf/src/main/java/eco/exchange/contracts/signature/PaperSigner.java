package eco.exchange.contracts.signature;

import com.itextpdf.forms.fields.PdfSignatureFormField;
import com.itextpdf.kernel.geom.Rectangle;
import com.itextpdf.kernel.pdf.PdfReader;
import com.itextpdf.kernel.pdf.xobject.PdfFormXObject;
import com.itextpdf.signatures.IExternalSignature;
import com.itextpdf.signatures.ISignatureMechanismParams;
import com.itextpdf.signatures.ITSAClient;
import com.itextpdf.signatures.PdfSigner;
import com.itextpdf.signatures.SignerProperties;
import eco.exchange.calendar.Deadline;
import eco.exchange.contracts.key.CentreSeal;
import eco.exchange.contracts.key.CertificateName;
import eco.exchange.contracts.key.Signer;
import eco.exchange.contracts.key.TimeStampAuthority;
import eco.exchange.contracts.print.Mark;
import eco.exchange.contracts.print.SealMark;
import eco.exchange.contracts.print.SignatureMark;
import eco.exchange.contracts.wording.ChineseWording;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.cert.Certificate;
import java.time.Instant;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The signing of papers by PAdES: what was there stays untouched, and the signature is added behind
 * it.
 *
 * <p>A party's signature has the level B-B, the centre's seal B-LT: with it come a time stamp and
 * what is needed to prove all signatures later, so that the seal covers that, too. The field must
 * be on the paper. Nothing is kept between two papers.
 */
public final class PaperSigner {

  private PaperSigner() {}

  /** Signs for a party. */
  public static byte[] sign(byte[] pdf, String field, Signer signer, Instant at) {
    return written(
        pdf,
        properties(field, at, "签署合同"),
        mark(signer.certificate().getSerialNumber(), at),
        pen -> sign(pen, signer, Optional.empty()));
  }

  /** Seals for the centre; the seal's field locks the paper. */
  public static byte[] seal(byte[] pdf, String field, CentreSeal seal, Instant at, String purpose) {
    String name = CertificateName.commonName(seal.signer().certificate()).orElse("");
    return written(
        pdf,
        properties(field, at, "交易机构鉴证"),
        new SealMark(name, purpose, ChineseWording.day(at)),
        pen -> {
          LastingEvidence.add(pen.getDocument(), seal.issuers(), seal.revocations());
          sign(pen, seal.signer(), Optional.of(seal.stamps()));
        });
  }

  static Mark mark(BigInteger serial, Instant at) {
    return new SignatureMark(
        ChineseWording.moment(at), serial.toString(16).toUpperCase(Locale.ROOT));
  }

  static SignerProperties properties(String field, Instant at, String reason) {
    return new SignerProperties()
        .setFieldName(field)
        .setClaimedSignDate(GregorianCalendar.from(at.atZone(Deadline.ZONE)))
        .setReason(reason)
        .setSignatureCreator("生态产品交易平台");
  }

  /** What is done with a pen that is set to a field. */
  interface Stroke {
    void draw(PdfSigner pen) throws IOException, GeneralSecurityException;
  }

  static byte[] written(byte[] pdf, SignerProperties properties, Mark mark, Stroke stroke) {
    ByteArrayOutputStream signed = new ByteArrayOutputStream(pdf.length + (1 << 14));
    try {
      PdfReader paper = new PdfReader(new ByteArrayInputStream(pdf));
      PdfSigner pen = new AppendingSigner(paper, signed);
      pen.setSignerProperties(properties);
      draw(mark, pen);
      stroke.draw(pen);
      return signed.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("a paper that cannot be signed", e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a key that cannot sign", e);
    }
  }

  private static void sign(PdfSigner pen, Signer signer, Optional<TimeStampAuthority> stamps)
      throws IOException, GeneralSecurityException {
    // Who vouches for the signer is told once, with the seal.
    Certificate[] own = {signer.certificate()};
    Stamps asked = stamps.map(Stamps::new).orElse(null);
    int room = SignatureSize.room(signer.certificate()) + (asked == null ? 0 : asked.room());
    pen.signDetached(new Key(signer), own, null, null, asked, room, PdfSigner.CryptoStandard.CADES);
  }

  private static void draw(Mark mark, PdfSigner pen) {
    PdfSignatureFormField field = pen.getSignatureField();
    Rectangle place = field.getWidgets().getFirst().getRectangle().toRectangle();
    PdfFormXObject face = new PdfFormXObject(new Rectangle(place.getWidth(), place.getHeight()));
    mark.draw(face, pen.getDocument());
    field.setSignatureAppearanceLayer(face);
  }

  /** An authority for time stamps as the library wants it. */
  private record Stamps(TimeStampAuthority authority) implements ITSAClient {

    private static final int ATTRIBUTE = 32;

    int room() {
      return authority.room() + ATTRIBUTE;
    }

    @Override
    public int getTokenSizeEstimate() {
      return room();
    }

    @Override
    public MessageDigest getMessageDigest() throws GeneralSecurityException {
      return MessageDigest.getInstance("SHA-256");
    }

    @Override
    public byte[] getTimeStampToken(byte[] imprint) {
      return authority.stamp(imprint);
    }
  }

  /** A private key as the library wants it; the key chooses the provider, be it a device. */
  private record Key(Signer signer) implements IExternalSignature {

    @Override
    public String getDigestAlgorithmName() {
      return "SHA-256";
    }

    @Override
    public String getSignatureAlgorithmName() {
      return isElliptic() ? "ECDSA" : "RSA";
    }

    @Override
    public @Nullable ISignatureMechanismParams getSignatureMechanismParameters() {
      return null;
    }

    @Override
    public byte[] sign(byte[] message) throws GeneralSecurityException {
      Signature signature =
          Signature.getInstance(isElliptic() ? "SHA256withECDSA" : "SHA256withRSA");
      signature.initSign(signer.key());
      signature.update(message);
      return signature.sign();
    }

    private boolean isElliptic() {
      return signer.key().getAlgorithm().equals("EC");
    }
  }
}
