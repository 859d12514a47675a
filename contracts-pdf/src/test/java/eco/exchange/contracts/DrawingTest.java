package eco.exchange.contracts;

import eco.exchange.contracts.clause.Clauses;
import eco.exchange.contracts.clause.DrawnDeal;
import eco.exchange.contracts.paper.Press;
import eco.exchange.contracts.signature.KeyFolder;
import eco.exchange.contracts.signature.Pen;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class DrawingTest {

  @Test
  void try_it() throws Exception {
    var d = SampleDeals.badong();
    byte[] pdf =
        Press.print(Clauses.manuscript(new DrawnDeal(d, SampleDeals.CENTRE, SampleDeals.AWARDED)));
    Files.write(Path.of("target/badong.pdf"), pdf);
    KeyFolder keys =
        new KeyFolder(
            Path.of("target/keys"),
            SampleDeals.CENTRE,
            Clock.fixed(SampleDeals.AWARDED, ZoneOffset.UTC));
    pdf = Pen.sign(pdf, "transferor", keys.of(d.transferor().party()), SampleDeals.AWARDED);
    pdf = Pen.sign(pdf, "transferee", keys.of(d.transferee().party()), SampleDeals.AWARDED);
    Files.write(Path.of("target/badong-2.pdf"), pdf);
    pdf = Pen.seal(pdf, "seal", keys.centre(), SampleDeals.AWARDED, "合同专用章");
    Files.write(Path.of("target/badong-3.pdf"), pdf);
  }
}
