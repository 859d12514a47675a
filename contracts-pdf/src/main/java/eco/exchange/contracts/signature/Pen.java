package eco.exchange.contracts.signature;

import com.itextpdf.forms.fields.PdfSignatureFormField;
import com.itextpdf.kernel.geom.Rectangle;
import com.itextpdf.kernel.pdf.PdfReader;
import com.itextpdf.kernel.pdf.xobject.PdfFormXObject;
import com.itextpdf.signatures.IExternalSignature;
import com.itextpdf.signatures.ISignatureMechanismParams;
import com.itextpdf.signatures.PdfSigner;
import com.itextpdf.signatures.SignerProperties;
import eco.exchange.contracts.clause.Wording;
import eco.exchange.contracts.paper.Mark;
import eco.exchange.contracts.paper.Press;
import eco.exchange.contracts.paper.SealMark;
import eco.exchange.contracts.paper.SignatureMark;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.GregorianCalendar;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Signs papers by PAdES: what was there stays untouched, and the signature is added behind it.
 *
 * <p>The field must be on the paper. Nothing is kept between two papers.
 */
public final class Pen {

  private static final int ATTRIBUTES_SIZE = 2048;

  private Pen() {}

  /** Signs for a party. */
  public static byte[] sign(byte[] pdf, String field, Signer signer, Instant at) {
    BigInteger serial = signer.certificate().getSerialNumber();
    String digits = serial.toString(16).toUpperCase(Locale.ROOT);
    Mark mark = new SignatureMark(Wording.moment(at), digits);
    return write(pdf, signer, mark, properties(field, at, "签署合同"));
  }

  /** Seals for the centre; the seal's field locks the paper. */
  public static byte[] seal(byte[] pdf, String field, Signer centre, Instant at, String purpose) {
    String name = CertificateName.commonName(centre.certificate()).orElse("");
    Mark mark = new SealMark(name, purpose, Wording.day(at));
    return write(pdf, centre, mark, properties(field, at, "交易机构鉴证"));
  }

  private static SignerProperties properties(String field, Instant at, String reason) {
    return new SignerProperties()
        .setFieldName(field)
        .setClaimedSignDate(GregorianCalendar.from(at.atZone(Press.BEIJING)))
        .setReason(reason)
        .setSignatureCreator("生态产品交易平台");
  }

  private static byte[] write(byte[] pdf, Signer signer, Mark mark, SignerProperties properties) {
    ByteArrayOutputStream signed = new ByteArrayOutputStream(pdf.length + (1 << 15));
    Certificate[] chain = signer.chain().toArray(new Certificate[0]);
    try {
      PdfReader paper = new PdfReader(new ByteArrayInputStream(pdf));
      PdfSigner pen = new SignerOnly(paper, signed);
      pen.setSignerProperties(properties);
      draw(mark, pen);
      pen.signDetached(
          new Key(signer), chain, null, null, null, size(signer), PdfSigner.CryptoStandard.CADES);
      return signed.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("a paper that cannot be signed", e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a key that cannot sign", e);
    }
  }

  private static void draw(Mark mark, PdfSigner pen) {
    PdfSignatureFormField field = pen.getSignatureField();
    Rectangle place = field.getWidgets().getFirst().getRectangle().toRectangle();
    PdfFormXObject face = new PdfFormXObject(new Rectangle(place.getWidth(), place.getHeight()));
    mark.draw(face, pen.getDocument());
    field.setSignatureAppearanceLayer(face);
  }

  private static int size(Signer signer) throws CertificateEncodingException {
    int size = ATTRIBUTES_SIZE;
    for (X509Certificate certificate : signer.chain()) {
      size += certificate.getEncoded().length;
    }
    return size;
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
