package eco.exchange.contracts.proof;

import com.itextpdf.kernel.pdf.PdfReader;
import com.itextpdf.kernel.pdf.StampingProperties;
import com.itextpdf.signatures.BouncyCastleDigest;
import com.itextpdf.signatures.PdfSigner;
import com.itextpdf.signatures.PrivateKeySignature;
import com.itextpdf.signatures.SignerProperties;
import eco.exchange.contracts.SampleDeals;
import eco.exchange.contracts.SampleKeys;
import eco.exchange.contracts.SamplePapers;
import eco.exchange.contracts.deal.Deal;
import eco.exchange.contracts.key.CentreSeal;
import eco.exchange.contracts.key.Signer;
import eco.exchange.contracts.key.SigningKeyFolder;
import eco.exchange.contracts.key.TimeStampAuthority;
import eco.exchange.contracts.print.manuscript.SignaturePlace;
import eco.exchange.contracts.proof.Verification.Check;
import eco.exchange.contracts.signature.PaperSigner;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Forgeries with keys: who signs and stamps, by what certificate, and whose signature it was. */
final class KeyForgeries {

  private static final Instant AT = SampleDeals.AWARDED;
  private static final Deal DEAL = SampleDeals.badong();
  private static final List<X509Certificate> NO_ISSUER = List.of();

  private final ForgedPapers desk;
  private final List<Forgery> all = new ArrayList<>();

  private KeyForgeries(ForgedPapers desk) {
    this.desk = desk;
  }

  static List<Forgery> by(ForgedPapers desk) {
    KeyForgeries forgeries = new KeyForgeries(desk);
    forgeries.signers();
    forgeries.certificates();
    forgeries.stamps();
    forgeries.evidence();
    forgeries.replays();
    return forgeries.all;
  }

  private void signers() {
    SigningKeyFolder selfMade = SampleKeys.fresh();
    add(
        "everybody by a self-made root of the same name",
        Check.SEAL_OF_CENTRE,
        () -> SamplePapers.sealed(SamplePapers.manuscript(DEAL), DEAL, selfMade));
    add(
        "the seal by a self-made root",
        Check.SEAL_OF_CENTRE,
        () -> SamplePapers.seal(desk.signed(DEAL), selfMade));
    add(
        "a party by a self-made root",
        Check.DEAL,
        () -> desk.sealed(signed(selfMade.of(DEAL.transferor().party()), desk.transferee(DEAL))));
    add(
        "the seal by a party's key",
        Check.SEAL_OF_CENTRE,
        () -> desk.sealed(desk.signed(DEAL), desk.seal(desk.transferor(DEAL))));
    add(
        "a party by the centre's key",
        Check.DEAL,
        () -> desk.sealed(signed(desk.seal().signer(), desk.transferee(DEAL))));
    add(
        "one party for both",
        Check.DEAL,
        () -> desk.sealed(signed(desk.transferor(DEAL), desk.transferor(DEAL))));
    add("signed by nobody", Check.SEAL_COVERS_FILE, () -> desk.printed(DEAL));
    add(
        "sealed, and signed by nobody",
        Check.SIGNED_BY_BOTH,
        () -> desk.sealed(desk.printed(DEAL)));
    add(
        "sealed, and signed by one",
        Check.SIGNED_BY_BOTH,
        () ->
            desk.sealed(
                PaperSigner.sign(
                    desk.printed(DEAL), SignaturePlace.TRANSFEROR, desk.transferor(DEAL), AT)));
    add(
        "a third signature before the seal",
        Check.SIGNED_BY_BOTH,
        () -> desk.sealed(signedOnceMore(desk.signed(DEAL), desk.transferor(DEAL))));
    add(
        "a second seal behind the first",
        Check.SEAL_COVERS_FILE,
        () -> signedOnceMore(desk.sealed(desk.signed(DEAL)), desk.seal().signer()));
  }

  private void certificates() {
    add(
        "an expired certificate",
        Check.DEAL,
        () -> {
          Deal deal = ForgedPapers.between("过期签名公司", "受让公司甲");
          return desk.sealed(deal, desk.inYear(-11).of(deal.transferor().party()));
        });
    add(
        "a certificate that is not yet valid",
        Check.DEAL,
        () -> {
          Deal deal = ForgedPapers.between("提前签名公司", "受让公司乙");
          return desk.sealed(deal, desk.inYear(2).of(deal.transferor().party()));
        });
    add(
        "a certificate that was revoked",
        Check.SIGNERS_STANDING,
        () -> {
          Deal deal = ForgedPapers.between("吊销证书公司", "受让公司丙");
          desk.keys().revoke(deal.transferor().party());
          return desk.sealed(deal, desk.transferor(deal));
        });
  }

  private void stamps() {
    TimeStampAuthority own = desk.seal().stamps();
    add("the stamp of another signature", Check.TIME_STAMP, () -> stamped(ofNothing(own)));
    add(
        "a stamp by a self-made authority",
        Check.TIME_STAMP,
        () -> stamped(SampleKeys.fresh().stampOffice()));
    add("a stamp of another year", Check.TIME_STAMP, () -> stamped(desk.inYear(1).stampOffice()));
    add(
        "the stamp taken away",
        Check.TIME_STAMP,
        () -> new Containers(desk.sealed(desk.signed(DEAL))).withoutStamp());
  }

  private void evidence() {
    CentreSeal seal = desk.seal();
    byte[] ofAnother = SampleKeys.fresh().revocations();
    byte[] old = desk.inYear(-1).revocations();
    add("no list of revocations", Check.REVOCATION, () -> listed(List.of()));
    add(
        "a list of revocations by another root",
        Check.REVOCATION,
        () -> listed(List.of(ofAnother)));
    add("a list of revocations of last year", Check.REVOCATION, () -> listed(List.of(old)));
    add(
        "nobody named who vouches",
        Check.SEAL_OF_CENTRE,
        () ->
            desk.sealed(
                desk.signed(DEAL),
                new CentreSeal(seal.signer(), seal.stamps(), NO_ISSUER, seal.revocations())));
  }

  private void replays() {
    byte[] genuine = desk.sealed(desk.signed(DEAL));
    byte[] other = desk.sealed(desk.signed(SampleDeals.badongByEveryStep()));
    add(
        "a party's signature of another contract",
        Check.SIGNED_BY_BOTH,
        () -> new Containers(genuine).with(0, new Containers(other).hex(0)));
    add(
        "the seal of another contract",
        Check.SEAL_INTACT,
        () -> new Containers(genuine).with(2, new Containers(other).hex(2)));
    add(
        "the two parties' signatures exchanged",
        Check.SIGNED_BY_BOTH,
        () ->
            new Containers(new Containers(genuine).with(0, new Containers(genuine).hex(1)))
                .with(1, new Containers(genuine).hex(0)));
  }

  private byte[] stamped(TimeStampAuthority stamps) {
    CentreSeal seal = desk.seal();
    return desk.sealed(
        desk.signed(DEAL),
        new CentreSeal(seal.signer(), stamps, seal.issuers(), seal.revocations()));
  }

  private byte[] listed(List<byte[]> revocations) {
    CentreSeal seal = desk.seal();
    return desk.sealed(
        desk.signed(DEAL),
        new CentreSeal(seal.signer(), seal.stamps(), seal.issuers(), revocations));
  }

  private static TimeStampAuthority ofNothing(TimeStampAuthority authority) {
    return new TimeStampAuthority() {
      @Override
      public byte[] stamp(byte[] sha256) {
        return authority.stamp(new byte[sha256.length]);
      }

      @Override
      public int room() {
        return authority.room();
      }
    };
  }

  private byte[] signed(Signer transferor, Signer transferee) {
    byte[] byOne = PaperSigner.sign(desk.printed(DEAL), SignaturePlace.TRANSFEROR, transferor, AT);
    return PaperSigner.sign(byOne, SignaturePlace.TRANSFEREE, transferee, AT);
  }

  /** The paper with a signature in a field that it did not have. */
  private static byte[] signedOnceMore(byte[] paper, Signer signer) throws Exception {
    ByteArrayOutputStream more = new ByteArrayOutputStream();
    PdfSigner pen =
        new PdfSigner(
            new PdfReader(new ByteArrayInputStream(paper)),
            more,
            new StampingProperties().useAppendMode());
    pen.setSignerProperties(new SignerProperties().setFieldName("another"));
    pen.signDetached(
        new BouncyCastleDigest(),
        new PrivateKeySignature(signer.key(), "SHA-256", null),
        new Certificate[] {signer.certificate()},
        null,
        null,
        null,
        0,
        PdfSigner.CryptoStandard.CADES);
    return more.toByteArray();
  }

  private void add(String what, Check named, Forgery.Making making) {
    all.add(new Forgery(what, named, making));
  }
}
