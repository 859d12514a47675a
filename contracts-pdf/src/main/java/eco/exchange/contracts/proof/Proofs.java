package eco.exchange.contracts.proof;

import eco.exchange.answer.Answer;
import eco.exchange.contracts.BlockingWork;
import eco.exchange.contracts.ContractRefusal;
import eco.exchange.contracts.key.SignatureKeys;
import eco.exchange.market.NamedParty;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;

/**
 * The proof of papers for whoever brings them, and what they are proven by: the root of the
 * exchange, its revocations, and its time stamps. A door for everybody.
 */
@ApplicationScoped
public class Proofs {

  /** How many statements are examined with a contract at most. */
  public static final int STATEMENTS_MAX = 20;

  // A paper may keep a core busy for a second; strangers shall not have all of them.
  private static final int AT_ONCE = 2;

  private final SignatureKeys keys;
  private final Semaphore room = new Semaphore(AT_ONCE);

  Proofs(SignatureKeys keys) {
    this.keys = keys;
  }

  /**
   * Examines a contract and its statements by the root of this exchange.
   *
   * @param papers brings the files, the contract first
   */
  public Uni<Answer<Report>> examine(Callable<List<byte[]>> papers) {
    return BlockingWork.run(
        () -> {
          if (!room.tryAcquire()) {
            return Answer.refused(
                ContractRefusal.EXAMINERS_BUSY, "too many papers are being examined");
          }
          try {
            return Answer.done(examine(papers.call()));
          } finally {
            room.release();
          }
        });
  }

  private Report examine(List<byte[]> papers) {
    ContractVerifier verifier = ContractVerifier.trusting(keys.root());
    return Report.examine(verifier, papers.getFirst(), papers.subList(1, papers.size()));
  }

  /** The certificate of the root, in DER. */
  public Uni<byte[]> root() {
    return BlockingWork.run(() -> keys.root().getEncoded());
  }

  /** The list of certificates that were revoked, as of now, in DER (RFC 5280). */
  public Uni<byte[]> revocations() {
    return BlockingWork.run(keys::revocations);
  }

  /** Revokes the certificate by which a party signs here, from now on; again changes nothing. */
  public Uni<CertificateState> revoke(NamedParty party) {
    return BlockingWork.run(() -> state(keys.revoke(party)));
  }

  /** Gives a party another key in place of a revoked one; what was signed before stays signed. */
  public Uni<CertificateState> renew(NamedParty party) {
    return BlockingWork.run(() -> state(keys.renew(party).certificate()));
  }

  private CertificateState state(X509Certificate certificate) {
    return new CertificateState(
        certificate.getSerialNumber().toString(16),
        certificate.getNotAfter().toInstant(),
        keys.revokedSince(certificate));
  }

  /** A time stamp of the exchange's own over something that it tells, in DER (RFC 3161). */
  public Uni<byte[]> stampOver(byte[] told) {
    return BlockingWork.run(
        () -> keys.stampOffice().stamp(MessageDigest.getInstance("SHA-256").digest(told)));
  }

  /** Answers a request for a time stamp (RFC 3161). */
  public Uni<Answer<byte[]>> stamp(byte[] request) {
    return BlockingWork.run(
        () -> {
          try {
            return Answer.done(keys.stampOffice().answer(request));
          } catch (IllegalArgumentException wrong) {
            return Answer.refused(
                ContractRefusal.NO_STAMP_REQUEST, String.valueOf(wrong.getMessage()));
          }
        });
  }
}
