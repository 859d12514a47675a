package eco.exchange.contracts.sample;

import eco.exchange.contracts.clause.Clauses;
import eco.exchange.contracts.deal.Deal;
import eco.exchange.contracts.deal.DrawnDeal;
import eco.exchange.contracts.deal.IssuingCentre;
import eco.exchange.contracts.key.SigningKeyFolder;
import eco.exchange.contracts.print.Press;
import eco.exchange.contracts.print.manuscript.Manuscript;
import eco.exchange.contracts.print.manuscript.SignaturePlace;
import eco.exchange.contracts.signature.PaperSigner;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A row of sample contracts, each of which differs from the others in parties and price, made just
 * as the exchange makes them.
 */
public final class SampleContracts {

  private static final String CENTRE = "示例县公共资源交易中心";
  private static final IssuingCentre OFFICE = new IssuingCentre(CENTRE, "https://exchange.example");

  private final SigningKeyFolder keys;

  /**
   * Sample contracts.
   *
   * @param folder where keys are made for them
   */
  public SampleContracts(Path folder) {
    Clock clock = Clock.fixed(SampleDeal.AWARDED, ZoneOffset.UTC);
    this.keys = new SigningKeyFolder(folder, CENTRE, clock, Optional.empty());
  }

  /** The paper of a contract, as it is given to the parties to sign. */
  public byte[] printed(int number) {
    return Press.print(manuscript(number));
  }

  /** The same with both signatures and the seal. */
  public byte[] signed(int number) {
    return signed(printed(number), number);
  }

  /** Puts both signatures and the seal on a paper that was printed. */
  public byte[] signed(byte[] printed, int number) {
    // All contracts are of the same two parties, so that making their keys is not counted.
    Deal deal = SampleDeal.numbered(number);
    byte[] byOne =
        PaperSigner.sign(
            printed,
            SignaturePlace.TRANSFEROR,
            keys.of(deal.transferor().party()),
            SampleDeal.AWARDED);
    byte[] byBoth =
        PaperSigner.sign(
            byOne,
            SignaturePlace.TRANSFEREE,
            keys.of(deal.transferee().party()),
            SampleDeal.AWARDED);
    return PaperSigner.seal(byBoth, SignaturePlace.SEAL, keys.seal(), SampleDeal.AWARDED, "合同专用章");
  }

  /** What a contract says, text after text in the order in which it is read. */
  public List<String> texts(int number) {
    return manuscript(number).lines().stream().map(Manuscript.Line::text).toList();
  }

  /** The face in which contracts are printed. */
  public static byte[] face() {
    try (InputStream face =
        SampleContracts.class.getResourceAsStream("/fonts/NotoSansSC_400Regular.ttf")) {
      return Objects.requireNonNull(face).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("no face", e);
    }
  }

  private static Manuscript manuscript(int number) {
    return Clauses.manuscript(
        new DrawnDeal(SampleDeal.numbered(number), OFFICE, SampleDeal.AWARDED));
  }
}
