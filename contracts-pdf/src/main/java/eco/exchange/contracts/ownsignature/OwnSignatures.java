package eco.exchange.contracts.ownsignature;

import eco.exchange.answer.Answer;
import eco.exchange.contracts.BlockingWork;
import eco.exchange.contracts.ContractRefusal;
import eco.exchange.contracts.contract.Contract;
import eco.exchange.contracts.contract.ContractMove;
import eco.exchange.contracts.contract.ContractStore;
import eco.exchange.contracts.contract.ContractView;
import eco.exchange.contracts.deal.Deal;
import eco.exchange.contracts.key.SignatureKeys;
import eco.exchange.contracts.proof.ContractVerifier;
import eco.exchange.contracts.proof.PaperContents;
import eco.exchange.contracts.signature.BroughtCertificate;
import eco.exchange.contracts.signature.BroughtSignature;
import eco.exchange.event.MarketEvent;
import eco.exchange.market.Actor;
import eco.exchange.market.ContractId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Optional;

/**
 * Signatures that parties make on their own machines, by certificates of authorities that the
 * centre trusts. A door.
 *
 * <p>Nothing is kept between the two steps: what was handed out comes back with a ticket by which
 * the exchange knows it again.
 */
@ApplicationScoped
public class OwnSignatures {

  private static final Optional<MarketEvent> NO_EVENT = Optional.empty();

  private final ContractStore store;
  private final SignatureKeys keys;
  private final Clock clock;

  OwnSignatures(ContractStore store, SignatureKeys keys, Clock clock) {
    this.store = store;
    this.keys = keys;
    this.clock = clock;
  }

  /** Hands out the bytes of a contract that the actor's party is to sign by a certificate. */
  public Uni<Answer<SignatureDraft>> draft(ContractId id, Actor actor, byte[] certificate) {
    return store
        .contract(id)
        .map(found -> ContractMove.sign(id, found, actor.party(), actor, clock.instant()))
        .chain(
            move ->
                switch (move) {
                  case ContractMove.Sign sign ->
                      paper(id).chain(it -> BlockingWork.run(() -> draft(sign, it, certificate)));
                  case ContractMove.Refused refused -> refused(refused.reason(), refused.detail());
                  case ContractMove.Already already -> signed(already.contract());
                  case ContractMove.Seal seal -> signed(seal.from());
                });
  }

  private Answer<SignatureDraft> draft(ContractMove.Sign sign, byte[] paper, byte[] certificate) {
    return switch (judge(sign, paper, certificate)) {
      case Answer.Refused<X509Certificate> refused -> Answer.refused(refused.reasons());
      case Answer.Done<X509Certificate> done -> {
        byte[] draft = BroughtSignature.draft(paper, sign.side().field(), done.value(), sign.at());
        yield Answer.done(
            new SignatureDraft(
                draft,
                BroughtSignature.bytes(draft, sign.side().field()),
                keys.ticket(ticketed(sign, draft))));
      }
    };
  }

  /**
   * Takes the signature of a draft.
   *
   * @param cms the detached signature over the draft's bytes, as CMS in DER
   */
  public Uni<Answer<ContractView>> bring(
      ContractId id, Actor actor, SignatureDraft draft, byte[] certificate, byte[] cms) {
    return store
        .contract(id)
        .map(found -> ContractMove.sign(id, found, actor.party(), actor, clock.instant()))
        .chain(
            move ->
                switch (move) {
                  case ContractMove.Sign sign ->
                      paper(id)
                          .chain(
                              it ->
                                  BlockingWork.run(
                                      () -> completed(sign, it, draft, certificate, cms)))
                          .chain(paper -> move(sign, paper));
                  case ContractMove.Refused refused -> refused(refused.reason(), refused.detail());
                  case ContractMove.Already already ->
                      Uni.createFrom().item(Answer.done(already.contract().view()));
                  case ContractMove.Seal seal -> signed(seal.from());
                });
  }

  private Answer<byte[]> completed(
      ContractMove.Sign sign, byte[] paper, SignatureDraft draft, byte[] certificate, byte[] cms) {
    if (!keys.ticket(ticketed(sign, draft.paper())).equals(draft.ticket())
        || draft.paper().length <= paper.length) {
      return Answer.refused(ContractRefusal.DRAFT_UNKNOWN, "not what the exchange handed out");
    }
    return switch (judge(sign, paper, certificate)) {
      case Answer.Refused<X509Certificate> refused -> Answer.refused(refused.reasons());
      case Answer.Done<X509Certificate> done ->
          BroughtSignature.completed(draft.paper(), sign.side().field(), cms, done.value())
              // What will not prove itself later is not taken now.
              .filter(signed -> ContractVerifier.isIntact(signed, sign.side().field()))
              .map(Answer::done)
              .orElseGet(
                  () ->
                      Answer.refused(
                          ContractRefusal.SIGNATURE_UNFIT,
                          "not a signature over these bytes by this certificate"));
    };
  }

  private Uni<Answer<ContractView>> move(ContractMove.Sign sign, Answer<byte[]> paper) {
    return switch (paper) {
      case Answer.Refused<byte[]> refused ->
          Uni.createFrom().item(Answer.refused(refused.reasons()));
      case Answer.Done<byte[]> done ->
          store
              .move(sign.from(), sign.to(), done.value(), NO_EVENT)
              .map(
                  won ->
                      won
                          ? Answer.done(sign.to().view())
                          : Answer.refused(
                              ContractRefusal.DRAFT_UNKNOWN,
                              "the contract has changed since; ask for a new draft"));
    };
  }

  private Answer<X509Certificate> judge(ContractMove.Sign sign, byte[] paper, byte[] certificate) {
    Deal deal = PaperContents.dealIn(paper).deal();
    Deal.Signatory signatory =
        switch (sign.side()) {
          case TRANSFEROR -> deal.transferor();
          case TRANSFEREE -> deal.transferee();
        };
    return BroughtCertificate.read(certificate)
        .map(read -> judged(read, signatory))
        .orElseGet(() -> Answer.refused(ContractRefusal.CERTIFICATE_UNFIT, "no certificate"));
  }

  private Answer<X509Certificate> judged(BroughtCertificate certificate, Deal.Signatory signatory) {
    return certificate
        .fault(keys.issuers(), signatory.party().name(), signatory.code(), clock.instant())
        .map(fault -> Answer.<X509Certificate>refused(ContractRefusal.of(fault), fault.words()))
        .orElseGet(() -> Answer.done(certificate.certificate()));
  }

  /** What a ticket is for: this draft, of this contract as it stands, for this side. */
  private static byte[] ticketed(ContractMove.Sign sign, byte[] draft) {
    String what =
        "%s %d %s "
            .formatted(
                sign.from().facts().contract().number(),
                sign.from().version(),
                sign.side().field());
    byte[] head = what.getBytes(StandardCharsets.UTF_8);
    byte[] all = new byte[head.length + draft.length];
    System.arraycopy(head, 0, all, 0, head.length);
    System.arraycopy(draft, 0, all, head.length, draft.length);
    return all;
  }

  private Uni<byte[]> paper(ContractId id) {
    return store.paper(id.number()).map(Optional::orElseThrow);
  }

  private static <T> Uni<Answer<T>> signed(Contract contract) {
    return refused(ContractRefusal.ALREADY_SIGNED, "signed already: " + contract.state());
  }

  private static <T> Uni<Answer<T>> refused(ContractRefusal reason, String detail) {
    return Uni.createFrom().item(Answer.refused(reason, detail));
  }
}
