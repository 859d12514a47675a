package eco.exchange.contracts.proof;

import eco.exchange.contracts.SampleDeals;
import eco.exchange.contracts.SampleKeys;
import eco.exchange.contracts.SamplePapers;
import eco.exchange.contracts.deal.Deal;
import eco.exchange.contracts.key.CentreSeal;
import eco.exchange.contracts.key.Signer;
import eco.exchange.contracts.key.SigningKeyFolder;
import eco.exchange.contracts.print.Press;
import eco.exchange.contracts.print.manuscript.Manuscript;
import eco.exchange.contracts.print.manuscript.SignaturePlace;
import eco.exchange.contracts.signature.PaperSigner;
import eco.exchange.market.NamedParty;
import eco.exchange.market.PartyId;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

/** Genuine keys of one exchange, in the hands of a forger. */
final class ForgedPapers {

  private static final Clock CLOCK = Clock.fixed(SampleDeals.AWARDED, ZoneOffset.UTC);

  private final Path folder = SampleKeys.folder();
  private final SigningKeyFolder keys =
      new SigningKeyFolder(folder, SampleDeals.CENTRE, CLOCK, Optional.empty());

  SigningKeyFolder keys() {
    return keys;
  }

  /** The same keys as of other years; those that are missing are made then. */
  SigningKeyFolder inYear(int years) {
    Clock then = Clock.offset(CLOCK, Duration.ofDays(365L * years));
    return new SigningKeyFolder(folder, SampleDeals.CENTRE, then, Optional.empty());
  }

  Signer transferor(Deal deal) {
    return keys.of(deal.transferor().party());
  }

  Signer transferee(Deal deal) {
    return keys.of(deal.transferee().party());
  }

  CentreSeal seal() {
    return keys.seal();
  }

  /** A seal like the centre's, but by another key. */
  CentreSeal seal(Signer signer) {
    CentreSeal seal = keys.seal();
    return new CentreSeal(signer, seal.stamps(), seal.issuers(), seal.revocations());
  }

  byte[] printed(Deal deal) {
    return Press.print(SamplePapers.manuscript(deal));
  }

  byte[] signed(Deal deal) {
    return signed(printed(deal), deal);
  }

  byte[] signed(byte[] printed, Deal deal) {
    return signed(printed, transferor(deal), transferee(deal));
  }

  private static byte[] signed(byte[] printed, Signer transferor, Signer transferee) {
    byte[] byOne =
        PaperSigner.sign(printed, SignaturePlace.TRANSFEROR, transferor, SampleDeals.AWARDED);
    return PaperSigner.sign(byOne, SignaturePlace.TRANSFEREE, transferee, SampleDeals.AWARDED);
  }

  byte[] sealed(byte[] signed) {
    return sealed(signed, seal());
  }

  byte[] sealed(byte[] signed, CentreSeal seal) {
    return PaperSigner.seal(signed, SignaturePlace.SEAL, seal, SampleDeals.AWARDED, "合同专用章");
  }

  /** The contract of a deal, for whose transferor somebody signs. */
  byte[] sealed(Deal deal, Signer transferor) {
    return sealed(signed(printed(deal), transferor, transferee(deal)));
  }

  /** A manuscript that claims to be the contract of a deal. */
  byte[] sealed(Manuscript manuscript, Deal deal) {
    return sealed(signed(Press.print(manuscript), deal));
  }

  /** A deal like that of Badong between others. */
  static Deal between(String transferor, String transferee) {
    Deal deal = SampleDeals.badong();
    return new Deal(
        deal.contract(),
        signatory(transferor, deal.transferor().code()),
        signatory(transferee, deal.transferee().code()),
        deal.subject(),
        deal.appraisal(),
        deal.sale(),
        deal.terms(),
        deal.note());
  }

  private static Deal.Signatory signatory(String name, String code) {
    UUID id = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    return new Deal.Signatory(new NamedParty(new PartyId(id), name), code, Optional.empty());
  }
}
