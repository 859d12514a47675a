package eco.exchange.contracts.ownsignature;

import static org.assertj.core.api.Assertions.assertThat;

import eco.exchange.answer.Answer;
import eco.exchange.answer.Refusal;
import eco.exchange.contracts.ContractRefusal;
import eco.exchange.contracts.SampleDeals;
import eco.exchange.contracts.SampleKeys;
import eco.exchange.contracts.contract.ContractState;
import eco.exchange.contracts.contract.ContractView;
import eco.exchange.contracts.contract.Contracts;
import eco.exchange.contracts.contract.MemoryContractStore;
import eco.exchange.contracts.deal.Deal;
import eco.exchange.contracts.key.Signer;
import eco.exchange.contracts.key.SigningKeyFolder;
import eco.exchange.market.AccountId;
import eco.exchange.market.Actor;
import eco.exchange.market.ContractId;
import eco.exchange.market.PartyId;
import io.smallrye.mutiny.Uni;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A party signs on its own machine, by a certificate of an authority that the centre trusts. */
class BringingASignatureTest {

  private static final Clock CLOCK = Clock.fixed(SampleDeals.AWARDED, ZoneOffset.UTC);
  private static final Deal DEAL = SampleDeals.badong();
  private static final ContractId ID = DEAL.contract();
  private static final Actor SELLER = actor(DEAL.transferor().party().id());
  private static final Actor BUYER = actor(DEAL.transferee().party().id());
  private static final Actor OFFICER = actor(new PartyId(UUID.randomUUID()));

  private final Path folder = SampleKeys.folder();
  private final SigningKeyFolder keys =
      new SigningKeyFolder(folder, SampleDeals.CENTRE, CLOCK, Optional.empty());
  private final SigningKeyFolder authority = SampleKeys.fresh();
  private final MemoryContractStore store = new MemoryContractStore();
  private final OwnSignatures own = new OwnSignatures(store, keys, CLOCK);
  private Contracts contracts;

  @BeforeEach
  void draw() throws Exception {
    contracts = new Contracts(store, keys, CLOCK, SampleDeals.OFFICE);
    assertThat(done(contracts.draw(DEAL)).state()).isEqualTo(ContractState.ISSUED);
    trust(authority);
  }

  @Test
  void a_contract_signed_elsewhere_is_sealed_and_proves_itself() throws Exception {
    Signer seller = authority.of(DEAL.transferor().party());
    SignatureDraft draft = done(own.draft(ID, SELLER, der(seller)));

    assertThat(done(bring(draft, seller, cms(draft.bytes(), seller))).state())
        .isEqualTo(ContractState.SIGNED_BY_ONE);
    assertThat(done(contracts.sign(ID, BUYER.party(), BUYER)).state())
        .isEqualTo(ContractState.SIGNED_BY_BOTH);
    assertThat(done(contracts.seal(ID, OFFICER)).state()).isEqualTo(ContractState.EFFECTIVE);
    assertThat(contracts.sealed(ID).await().indefinitely().contract()).isEqualTo(ID);
  }

  @Test
  void a_signature_over_other_bytes_or_by_another_key_is_refused() throws Exception {
    Signer seller = authority.of(DEAL.transferor().party());
    Signer buyer = authority.of(DEAL.transferee().party());
    SignatureDraft draft = done(own.draft(ID, SELLER, der(seller)));
    byte[] otherBytes = draft.bytes().clone();
    otherBytes[1000] ^= 1;

    assertThat(refusals(bring(draft, seller, cms(otherBytes, seller))))
        .containsExactly(ContractRefusal.SIGNATURE_UNFIT);
    assertThat(refusals(bring(draft, seller, cms(draft.bytes(), buyer))))
        .containsExactly(ContractRefusal.SIGNATURE_UNFIT);
    assertThat(refusals(bring(draft, seller, new byte[] {1, 2, 3})))
        .containsExactly(ContractRefusal.SIGNATURE_UNFIT);
  }

  @Test
  void a_draft_that_the_exchange_did_not_hand_out_is_refused() throws Exception {
    Signer seller = authority.of(DEAL.transferor().party());
    SignatureDraft draft = done(own.draft(ID, SELLER, der(seller)));
    byte[] changed = draft.paper().clone();
    changed[5000] ^= 1;
    SignatureDraft forged = new SignatureDraft(changed, draft.bytes(), draft.ticket());

    assertThat(refusals(bring(forged, seller, cms(draft.bytes(), seller))))
        .containsExactly(ContractRefusal.DRAFT_UNKNOWN);
    assertThat(done(contracts.sign(ID, BUYER.party(), BUYER))).isNotNull();
    assertThat(refusals(bring(draft, seller, cms(draft.bytes(), seller))))
        .containsExactly(ContractRefusal.DRAFT_UNKNOWN);
  }

  @Test
  void a_certificate_must_be_the_partys_valid_trusted_and_not_revoked() throws Exception {
    assertThat(refusals(own.draft(ID, SELLER, new byte[] {1})))
        .containsExactly(ContractRefusal.CERTIFICATE_UNFIT);
    assertThat(refusals(draftBy(SampleKeys.fresh().of(DEAL.transferor().party()))))
        .containsExactly(ContractRefusal.CERTIFICATE_UNTRUSTED);
    assertThat(refusals(draftBy(authority.of(SampleDeals.pengyang().transferor().party()))))
        .containsExactly(ContractRefusal.CERTIFICATE_OF_ANOTHER);

    assertThat(authority.revoke(DEAL.transferor().party())).isNotNull();
    trust(authority);
    assertThat(refusals(draftBy(authority.of(DEAL.transferor().party()))))
        .containsExactly(ContractRefusal.CERTIFICATE_REVOKED);
  }

  @Test
  void a_certificate_that_has_run_out_is_refused() throws Exception {
    Path old = SampleKeys.folder();
    Clock then = Clock.offset(CLOCK, Duration.ofDays(-11 * 365));
    SigningKeyFolder longAgo =
        new SigningKeyFolder(old, SampleDeals.CENTRE, then, Optional.empty());
    trust(longAgo);

    assertThat(refusals(draftBy(longAgo.of(DEAL.transferor().party()))))
        .containsExactly(ContractRefusal.CERTIFICATE_EXPIRED);
  }

  private Uni<Answer<SignatureDraft>> draftBy(Signer signer) throws Exception {
    return own.draft(ID, SELLER, der(signer));
  }

  private Uni<Answer<ContractView>> bring(SignatureDraft draft, Signer signer, byte[] cms)
      throws Exception {
    return own.bring(ID, SELLER, draft, der(signer), cms);
  }

  /** Puts the root of an authority and its list where the centre keeps those that it trusts. */
  private void trust(SigningKeyFolder trusted) throws Exception {
    Path issuers = Files.createDirectories(folder.resolve("issuers"));
    Files.write(issuers.resolve("authority.crt"), trusted.root().getEncoded());
    Files.write(issuers.resolve("authority.crl"), trusted.revocations());
  }

  /** A detached signature, as the programs that people have make it. */
  private static byte[] cms(byte[] bytes, Signer signer) throws Exception {
    CMSSignedDataGenerator cms = new CMSSignedDataGenerator();
    cms.addSignerInfoGenerator(
        new JcaSimpleSignerInfoGeneratorBuilder()
            .setSignedAttributeGenerator(new DefaultSignedAttributeTableGenerator(naming(signer)))
            .build("SHA256withECDSA", signer.key(), signer.certificate()));
    cms.addCertificates(new JcaCertStore(signer.chain()));
    return cms.generate(new CMSProcessableByteArray(bytes), false).getEncoded("DER");
  }

  /** What PAdES asks for: the signer's certificate is named in what is signed. */
  private static AttributeTable naming(Signer signer) throws Exception {
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(der(signer));
    return new AttributeTable(
        new Attribute(
            PKCSObjectIdentifiers.id_aa_signingCertificateV2,
            new DERSet(new SigningCertificateV2(new ESSCertIDv2(hash)))));
  }

  private static byte[] der(Signer signer) throws Exception {
    return signer.certificate().getEncoded();
  }

  private static Actor actor(PartyId party) {
    return new Actor(new AccountId(UUID.randomUUID()), party);
  }

  private static <T> T done(Uni<Answer<T>> answer) {
    return switch (answer.await().indefinitely()) {
      case Answer.Done<T> done -> done.value();
      case Answer.Refused<T> refused -> throw new AssertionError(refused.reasons());
    };
  }

  private static <T> List<Object> refusals(Uni<Answer<T>> answer) {
    return switch (answer.await().indefinitely()) {
      case Answer.Done<T> done -> throw new AssertionError(done.value());
      case Answer.Refused<T> refused ->
          refused.reasons().stream().<Object>map(Refusal::reason).toList();
    };
  }
}
