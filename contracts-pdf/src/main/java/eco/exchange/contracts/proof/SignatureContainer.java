package eco.exchange.contracts.proof;

import eco.exchange.contracts.proof.Findings.Wrong;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.ASN1Object;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/**
 * The bytes of a signature, which alone are not covered by it.
 *
 * <p>A reader ignores padding, the case of digits and fields that it does not need, so somebody
 * could change them unseen. Here nothing may stand but what signing writes: lower-case digits,
 * zeros behind, one canonical container with one signer and that signer's own certificates, and
 * with a seal one time stamp, which is as plain.
 */
final class SignatureContainer {

  private static final int DATA_VERSION = 1;
  private static final int STAMP_VERSION = 3;

  private final SignedData data;
  private final SignerInfo signer;

  private SignatureContainer(ContentInfo content, ASN1ObjectIdentifier inside, int version)
      throws Wrong, IOException {
    Findings.must(
        content.getContentType().equals(CMSObjectIdentifiers.signedData), "不是签名数据 (no signature)");
    this.data = SignedData.getInstance(content.getContent());
    mustBeWrittenAsRead(data, content.getContent());
    Findings.must(
        data.getVersion().hasValue(version)
            && data.getDigestAlgorithms().size() == 1
            && isSha256(data.getDigestAlgorithms().getObjectAt(0))
            && data.getEncapContentInfo().getContentType().equals(inside)
            && data.getCertificates() != null
            && data.getCRLs() == null
            && data.getSignerInfos().size() == 1,
        "签名容器含有多余或者异常的内容 (unusual container)");
    this.signer = SignerInfo.getInstance(data.getSignerInfos().getObjectAt(0));
    mustBeWrittenAsRead(signer, data.getSignerInfos().getObjectAt(0));
    Findings.must(
        signer.getVersion().hasValue(1)
            && isSha256(signer.getDigestAlgorithm())
            && hasNoParameters(signer.getDigestEncryptionAlgorithm()),
        "签名人信息含有多余或者异常的内容 (unusual signer)");
  }

  /**
   * Reads the bytes between the two covered ranges.
   *
   * @param gap the digits of the container with their angle brackets
   */
  static SignatureContainer read(byte[] gap) throws Wrong, IOException {
    byte[] bytes = bytes(gap);
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
    SignatureContainer read =
        new SignatureContainer(
            ContentInfo.getInstance(container), CMSObjectIdentifiers.data, DATA_VERSION);
    Findings.must(
        read.data.getEncapContentInfo().getContent() == null, "签名容器含有正文 (content inside)");
    return read;
  }

  /**
   * A reader takes some fields by their place and passes over their tags: written again, they show.
   */
  private static void mustBeWrittenAsRead(ASN1Object read, ASN1Encodable source)
      throws Wrong, IOException {
    Findings.must(
        Arrays.equals(
            read.getEncoded(ASN1Encoding.DER),
            source.toASN1Primitive().getEncoded(ASN1Encoding.DER)),
        "签名容器编码不规范 (fields not tagged as the standard says)");
  }

  private static byte[] bytes(byte[] gap) throws Wrong {
    String text = new String(gap, StandardCharsets.US_ASCII);
    Findings.must(text.matches("<([0-9a-f]{2})+>"), "签名容器不是规范的十六进制 (not lower-case digits)");
    return HexFormat.of().parseHex(text.substring(1, text.length() - 1));
  }

  /** Makes sure that it names this signer, and brings no other certificates than these. */
  void mustBeOf(List<X509Certificate> carried) throws Wrong, IOException {
    Findings.must(
        data.getCertificates().size() == carried.size(), "签名容器中的证书数目不符 (unexpected certificates)");
    X509Certificate certificate = carried.getFirst();
    IssuerAndSerialNumber named = IssuerAndSerialNumber.getInstance(signer.getSID().getId());
    Findings.must(
        named.getSerialNumber().getValue().equals(certificate.getSerialNumber())
            && Arrays.equals(
                named.getName().getEncoded(ASN1Encoding.DER),
                certificate.getIssuerX500Principal().getEncoded()),
        "签名人与证书不符 (signer is not the certificate)");
  }

  /** The value of the signature, which a time stamp is put on. */
  byte[] value() {
    return signer.getEncryptedDigest().getOctets();
  }

  /**
   * The time stamp; empty if there is none.
   *
   * @throws Wrong if something else stands beside it, or in it
   */
  Optional<ContentInfo> stamp() throws Wrong, IOException {
    ASN1Set beside = signer.getUnauthenticatedAttributes();
    if (beside == null) {
      return Optional.empty();
    }
    Findings.must(beside.size() == 1, "签名人信息含有多余的属性 (more than a time stamp)");
    Attribute attribute = Attribute.getInstance(beside.getObjectAt(0));
    Findings.must(
        attribute.getAttrType().equals(PKCSObjectIdentifiers.id_aa_signatureTimeStampToken)
            && attribute.getAttrValues().size() == 1,
        "签名人信息含有多余的属性 (not a time stamp)");
    ContentInfo token = ContentInfo.getInstance(attribute.getAttrValues().getObjectAt(0));
    SignatureContainer inside =
        new SignatureContainer(token, PKCSObjectIdentifiers.id_ct_TSTInfo, STAMP_VERSION);
    Findings.must(
        inside.signer.getUnauthenticatedAttributes() == null, "时间戳含有多余的属性 (unusual stamp)");
    return Optional.of(token);
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
