package eco.exchange.contracts.proof;

import eco.exchange.contracts.key.CertificateName;
import eco.exchange.contracts.print.manuscript.SignaturePlace;
import eco.exchange.contracts.proof.Findings.Wrong;
import eco.exchange.contracts.proof.Verification.Check;
import eco.exchange.contracts.wording.ChineseWording;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Optional;

/**
 * The check that the centre's seal is on a paper and holds: it is the same on every kind of paper.
 */
final class SealCheck {

  private static final String SEAL = SignaturePlace.SEAL;

  private final SignedPaper paper;
  private final Optional<X509Certificate> anchor;
  private final Findings findings;

  SealCheck(SignedPaper paper, Optional<X509Certificate> anchor, Findings findings) {
    this.paper = paper;
    this.anchor = anchor;
    this.findings = findings;
  }

  void examine() {
    findings.examine(Check.SEAL_COVERS_FILE, this::covers);
    findings.examine(Check.SEAL_INTACT, this::intact);
    findings.examine(Check.SEAL_OF_CENTRE, this::ofCentre);
    findings.examine(Check.TIME_STAMP, this::stamped);
    findings.examine(Check.REVOCATION, this::standing);
    trust();
  }

  /** The root that is trusted: the one given, or else the one in the seal. */
  X509Certificate root() throws Wrong {
    Findings.must(paper.isSigned(SEAL), "没有印章 (no seal)");
    return anchor.orElseGet(() -> paper.chain(SEAL).getLast());
  }

  private String covers() throws Wrong {
    Findings.must(paper.isSigned(SEAL), "没有印章 (no seal)");
    Findings.must(paper.coversWholeFile(SEAL), "盖章之后文件又有增加 (something was added)");
    return "";
  }

  private String intact() throws Exception {
    Findings.must(paper.isSigned(SEAL), "没有印章 (no seal)");
    paper.mustBeIntact(SEAL);
    return "";
  }

  private String ofCentre() throws Wrong, GeneralSecurityException {
    X509Certificate root = root();
    ChainCheck.mustLead(paper.chain(SEAL), CertificateName.CENTRE, paper.signedAt(SEAL), root);
    return CertificateName.commonName(paper.chain(SEAL).getFirst()).orElse("");
  }

  private String stamped() throws Exception {
    Findings.must(paper.isSigned(SEAL), "没有印章 (no seal)");
    SealStamp stamp = SealStamp.on(paper.container(SEAL));
    stamp.mustBeTrusted(root(), paper.store().issuers(), paper.signedAt(SEAL));
    return "%s %s"
        .formatted(
            ChineseWording.moment(stamp.at()),
            CertificateName.commonName(stamp.stamper()).orElse(""));
  }

  private String standing() throws Exception {
    Findings.must(paper.isSigned(SEAL), "没有印章 (no seal)");
    RevocationCheck revocations = revocations();
    revocations.mustStand(paper.chain(SEAL).getFirst(), root());
    X509Certificate stamper = SealStamp.on(paper.container(SEAL)).stamper();
    if (ChainCheck.vouchesFor(root(), stamper)) {
      revocations.mustStand(stamper, root());
    }
    return "";
  }

  /** The check of certificates as of the time that the stamp tells. */
  RevocationCheck revocations() throws Exception {
    Instant at = SealStamp.on(paper.container(SEAL)).at();
    return new RevocationCheck(paper.store().revocations(), at);
  }

  private void trust() {
    if (anchor.isPresent()) {
      findings.examine(Check.TRUST_ANCHOR, () -> ChainCheck.fingerprint(root()));
      return;
    }
    try {
      findings.note(
          Check.TRUST_ANCHOR,
          "未提供信任根，采用文件内嵌的根证书，请核对其指纹 (root taken from the paper): "
              + ChainCheck.fingerprint(root()));
    } catch (Wrong | GeneralSecurityException | RuntimeException noRoot) {
      findings.wrong(Check.TRUST_ANCHOR, noRoot.getMessage());
    }
  }
}
