package eco.exchange.contracts.key;

import java.io.IOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.security.cert.CertificateEncodingException;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.SignerInfoGenerator;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampToken;
import org.bouncycastle.tsp.TimeStampTokenGenerator;

/**
 * The exchange's own authority for time stamps, by market time.
 *
 * <p>Its tokens are as good as the trust in the centre. Where the law or a court wants the word of
 * somebody else, an authority elsewhere takes its place ({@link RemoteStampAuthority}).
 */
public final class OwnStampAuthority implements TimeStampAuthority {

  // Under the arc for numbers that anybody may make (ITU-T X.667), from a random UUID.
  private static final ASN1ObjectIdentifier POLICY =
      new ASN1ObjectIdentifier("2.25.226404177138713386303811042386218376209");
  private static final Set<ASN1ObjectIdentifier> HASHES =
      Set.of(TSPAlgorithms.SHA256, TSPAlgorithms.SHA384, TSPAlgorithms.SHA512);
  private static final int SERIAL_BITS = 63;
  private static final int REQUEST_MAX = 4096;

  // Signatures on a curve and serial numbers differ in length by a few bytes.
  private static final int SLACK = 16;

  private final Signer stamper;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  /** An office that stamps by this key, whose certificate must be for that use alone. */
  OwnStampAuthority(Signer stamper, Clock clock) {
    this.stamper = stamper;
    this.clock = clock;
  }

  @Override
  public byte[] stamp(byte[] sha256) {
    TimeStampRequestGenerator asked = new TimeStampRequestGenerator();
    asked.setCertReq(true);
    try {
      return token(asked.generate(TSPAlgorithms.SHA256, sha256));
    } catch (TSPException | IOException e) {
      throw new IllegalStateException("a token that cannot be made", e);
    }
  }

  private byte[] token(TimeStampRequest asked) throws TSPException, IOException {
    TimeStampToken token = tokens().generate(asked, serial(), Date.from(clock.instant()));
    return token.toCMSSignedData().toASN1Structure().getEncoded("DER");
  }

  @Override
  public int room() {
    return stamp(new byte[32]).length + SLACK;
  }

  /**
   * Answers a request as it comes over HTTP (RFC 3161, 3.4); a request that is wrong is answered as
   * such, in the same form.
   *
   * @throws IllegalArgumentException if it is no request at all
   */
  public byte[] answer(byte[] request) {
    if (request.length > REQUEST_MAX) {
      throw new IllegalArgumentException("a request takes no more than " + REQUEST_MAX + " bytes");
    }
    try {
      TimeStampRequest asked = new TimeStampRequest(request);
      TimeStampResponseGenerator answers =
          new TimeStampResponseGenerator(tokens(), HASHES, Set.of(POLICY));
      return answered(answers, asked).getEncoded();
    } catch (IOException | RuntimeException | TSPException e) {
      throw new IllegalArgumentException("no request for a time stamp: " + e.getMessage(), e);
    }
  }

  private TimeStampResponse answered(TimeStampResponseGenerator answers, TimeStampRequest asked)
      throws TSPException {
    try {
      return answers.generateGrantedResponse(asked, serial(), Date.from(clock.instant()));
    } catch (TSPException refused) {
      return answers.generateRejectedResponse(refused);
    }
  }

  private TimeStampTokenGenerator tokens() throws TSPException {
    try {
      SignerInfoGenerator signer =
          new JcaSimpleSignerInfoGeneratorBuilder()
              .setSignedAttributeGenerator(new WithoutSigningTime())
              .build("SHA256withECDSA", stamper.key(), stamper.certificate());
      TimeStampTokenGenerator tokens =
          new TimeStampTokenGenerator(
              signer,
              new JcaDigestCalculatorProviderBuilder()
                  .build()
                  .get(new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256)),
              POLICY);
      tokens.addCertificates(new JcaCertStore(List.of(stamper.certificate())));
      return tokens;
    } catch (OperatorCreationException | CertificateEncodingException e) {
      throw new IllegalStateException("a key that cannot stamp", e);
    }
  }

  private BigInteger serial() {
    return new BigInteger(SERIAL_BITS, random);
  }

  /** The time is in the token; a second one, by the machine's clock, would contradict it. */
  private static final class WithoutSigningTime extends DefaultSignedAttributeTableGenerator {
    @Override
    @SuppressWarnings("rawtypes")
    public AttributeTable getAttributes(Map parameters) {
      return super.getAttributes(parameters).remove(CMSAttributes.signingTime);
    }
  }
}
