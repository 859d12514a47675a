package eco.exchange.contracts.proof;

import eco.exchange.contracts.proof.Findings.Wrong;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/**
 * The bytes of a signature, which alone are not covered by it.
 *
 * <p>A reader ignores padding, the case of digits and fields that it does not need, so somebody
 * could change them unseen. Here nothing may stand but what the exchange writes: lower-case digits,
 * zeros behind, one canonical container with one signer and that signer's own chain.
 */
final class SignatureContainer {

  private final byte[] gap;

  /**
   * The bytes between the two covered ranges.
   *
   * @param gap the digits of the container with their angle brackets
   */
  SignatureContainer(byte[] gap) {
    this.gap = gap;
  }

  /** Makes sure that nothing stands here but the container of this chain. */
  void mustBeExactly(List<X509Certificate> chain) throws Wrong, IOException {
    byte[] bytes = bytes();
    ASN1Primitive container;
    try (ASN1InputStream input = new ASN1InputStream(new ByteArrayInputStream(bytes))) {
      container = input.readObject();
    }
    Findings.must(container != null, "签名容器为空 (no container)");
    byte[] canonical = container.getEncoded(ASN1Encoding.DER);
    Findings.must(
        Arrays.equals(canonical, Arrays.copyOf(bytes, canonical.length)), "签名容器编码不规范 (not DER)");
    for (int i = canonical.length; i < bytes.length; i++) {
      Findings.must(bytes[i] == 0, "签名容器之后有多余内容 (padding is not empty)");
    }
    ContentInfo content = ContentInfo.getInstance(container);
    Findings.must(
        content.getContentType().equals(CMSObjectIdentifiers.signedData), "不是签名数据 (no signature)");
    mustBePlain(SignedData.getInstance(content.getContent()), chain);
  }

  private byte[] bytes() throws Wrong {
    String text = new String(gap, StandardCharsets.US_ASCII);
    Findings.must(text.matches("<([0-9a-f]{2})+>"), "签名容器不是规范的十六进制 (not lower-case digits)");
    return HexFormat.of().parseHex(text.substring(1, text.length() - 1));
  }

  private static void mustBePlain(SignedData data, List<X509Certificate> chain)
      throws Wrong, IOException {
    Findings.must(
        data.getVersion().hasValue(1)
            && data.getDigestAlgorithms().size() == 1
            && isSha256(data.getDigestAlgorithms().getObjectAt(0))
            && data.getEncapContentInfo().getContentType().equals(CMSObjectIdentifiers.data)
            && data.getEncapContentInfo().getContent() == null
            && data.getCRLs() == null
            && data.getSignerInfos().size() == 1,
        "签名容器含有多余或者异常的内容 (unusual container)");
    Findings.must(
        data.getCertificates() != null && data.getCertificates().size() == chain.size(),
        "签名容器中的证书数目不符 (unexpected certificates)");
    mustBePlain(SignerInfo.getInstance(data.getSignerInfos().getObjectAt(0)), chain.getFirst());
  }

  private static void mustBePlain(SignerInfo signer, X509Certificate certificate)
      throws Wrong, IOException {
    IssuerAndSerialNumber named = IssuerAndSerialNumber.getInstance(signer.getSID().getId());
    Findings.must(
        named.getSerialNumber().getValue().equals(certificate.getSerialNumber())
            && Arrays.equals(
                named.getName().getEncoded(ASN1Encoding.DER),
                certificate.getIssuerX500Principal().getEncoded()),
        "签名人与证书不符 (signer is not the certificate)");
    Findings.must(
        signer.getVersion().hasValue(1)
            && isSha256(signer.getDigestAlgorithm())
            && hasNoParameters(signer.getDigestEncryptionAlgorithm())
            && signer.getUnauthenticatedAttributes() == null,
        "签名人信息含有多余或者异常的内容 (unusual signer)");
  }

  private static boolean isSha256(ASN1Encodable encoded) {
    AlgorithmIdentifier algorithm = AlgorithmIdentifier.getInstance(encoded);
    return algorithm.getAlgorithm().equals(NISTObjectIdentifiers.id_sha256)
        && hasNoParameters(algorithm);
  }

  private static boolean hasNoParameters(AlgorithmIdentifier algorithm) {
    return algorithm.getParameters() == null || algorithm.getParameters() instanceof DERNull;
  }
}
