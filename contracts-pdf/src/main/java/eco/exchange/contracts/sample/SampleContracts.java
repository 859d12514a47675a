package eco.exchange.contracts.sample;

import eco.exchange.contracts.clause.Clauses;
import eco.exchange.contracts.clause.Deal;
import eco.exchange.contracts.clause.DrawnDeal;
import eco.exchange.contracts.clause.Office;
import eco.exchange.contracts.paper.Manuscript;
import eco.exchange.contracts.press.Press;
import eco.exchange.contracts.signature.KeyFolder;
import eco.exchange.contracts.signature.Pen;
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
  private static final Office OFFICE = new Office(CENTRE, "https://exchange.example");

  private final KeyFolder keys;

  /**
   * Sample contracts.
   *
   * @param folder where keys are made for them
   */
  public SampleContracts(Path folder) {
    Clock clock = Clock.fixed(SampleDeal.AWARDED, ZoneOffset.UTC);
    this.keys = new KeyFolder(folder, CENTRE, clock, Optional.empty());
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
        Pen.sign(
            printed,
            Clauses.TRANSFEROR_FIELD,
            keys.of(deal.transferor().party()),
            SampleDeal.AWARDED);
    byte[] byBoth =
        Pen.sign(
            byOne,
            Clauses.TRANSFEREE_FIELD,
            keys.of(deal.transferee().party()),
            SampleDeal.AWARDED);
    return Pen.seal(byBoth, Clauses.SEAL_FIELD, keys.seal(), SampleDeal.AWARDED, "合同专用章");
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
