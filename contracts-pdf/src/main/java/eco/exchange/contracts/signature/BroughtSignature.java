package eco.exchange.contracts.signature;

import com.itextpdf.kernel.pdf.PdfArray;
import com.itextpdf.kernel.pdf.PdfDocument;
import com.itextpdf.kernel.pdf.PdfName;
import com.itextpdf.kernel.pdf.PdfReader;
import com.itextpdf.signatures.ExternalBlankSignatureContainer;
import com.itextpdf.signatures.SignatureUtil;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.SignerInformationStore;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;

/**
 * A signature that a party makes on its own machine by a certificate of its own: the exchange hands
 * out the bytes to be signed, and puts what comes back in the place that it has left.
 */
public final class BroughtSignature {

  /** Beside what the exchange's own signatures take: what other programs add to them. */
  private static final int MORE = 1024;

  private BroughtSignature() {}

  /** The paper with an empty place for a signature by this certificate. */
  public static byte[] draft(byte[] pdf, String field, X509Certificate own, Instant at) {
    return PaperSigner.written(
        pdf,
        PaperSigner.properties(field, at, "签署合同"),
        PaperSigner.mark(own.getSerialNumber(), at),
        pen ->
            pen.signExternalContainer(
                new ExternalBlankSignatureContainer(
                    PdfName.Adobe_PPKLite, PdfName.ETSI_CAdES_DETACHED),
                SignatureSize.room(own) + MORE));
  }

  /** What is to be signed: all bytes of a draft but the empty place. */
  public static byte[] bytes(byte[] draft, String field) {
    int[] gap = gap(draft, field);
    byte[] bytes = Arrays.copyOf(draft, draft.length - (gap[1] - gap[0]));
    System.arraycopy(draft, gap[1], bytes, gap[0], draft.length - gap[1]);
    return bytes;
  }

  /**
   * Puts a signature in its place, without what does not belong to it.
   *
   * @param cms the detached signature, as CMS in DER
   * @return the signed paper; empty if the signature is not over these bytes by this certificate,
   *     with SHA-256
   */
  public static Optional<byte[]> completed(
      byte[] draft, String field, byte[] cms, X509Certificate own) {
    int[] gap = gap(draft, field);
    return plain(cms, bytes(draft, field), own)
        .map(container -> HexFormat.of().formatHex(container).getBytes(StandardCharsets.US_ASCII))
        .filter(digits -> digits.length <= gap[1] - gap[0] - 2)
        .map(
            digits -> {
              byte[] signed = draft.clone();
              System.arraycopy(digits, 0, signed, gap[0] + 1, digits.length);
              return signed;
            });
  }

  /** The signature alone: one signer, its certificate, and nothing that is not signed. */
  private static Optional<byte[]> plain(byte[] cms, byte[] bytes, X509Certificate own) {
    try {
      CMSSignedData brought = new CMSSignedData(new CMSProcessableByteArray(bytes), cms);
      Collection<SignerInformation> signers = brought.getSignerInfos().getSigners();
      SignerInformation signer = signers.iterator().next();
      if (signers.size() != 1
          || signer.getVersion() != 1
          || !signer.getDigestAlgOID().equals(NISTObjectIdentifiers.id_sha256.getId())
          || !signer.verify(new JcaSimpleSignerInfoVerifierBuilder().build(own))) {
        return Optional.empty();
      }
      SignerInformation bare = SignerInformation.replaceUnsignedAttributes(signer, null);
      CMSSignedData plain =
          CMSSignedData.replaceCertificatesAndCRLs(
              CMSSignedData.replaceSigners(brought, new SignerInformationStore(bare)),
              new JcaCertStore(List.of(own)),
              null,
              null);
      return Optional.of(plain.toASN1Structure().getEncoded("DER"));
    } catch (CMSException | OperatorCreationException | CertificateEncodingException other) {
      return Optional.empty();
    } catch (IOException | RuntimeException broken) {
      return Optional.empty();
    }
  }

  /** Where the empty place begins and ends, its angle brackets included. */
  private static int[] gap(byte[] draft, String field) {
    try (PdfDocument pdf = new PdfDocument(new PdfReader(new ByteArrayInputStream(draft)))) {
      PdfArray range = new SignatureUtil(pdf).getSignature(field).getByteRange();
      return new int[] {range.getAsNumber(1).intValue(), range.getAsNumber(2).intValue()};
    } catch (IOException e) {
      throw new UncheckedIOException("no draft", e);
    }
  }
}
