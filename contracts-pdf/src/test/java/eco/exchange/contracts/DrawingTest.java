package eco.exchange.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import eco.exchange.contracts.clause.Clauses;
import eco.exchange.contracts.clause.DrawnDeal;
import eco.exchange.contracts.paper.Press;
import eco.exchange.contracts.signature.KeyFolder;
import eco.exchange.contracts.signature.Pen;
import eco.exchange.contracts.statement.*;
import eco.exchange.money.Money;
import eco.exchange.sharing.*;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DrawingTest {

  @Test
  void try_it() throws Exception {
    var d = SampleDeals.badong();
    DrawnDeal drawn = new DrawnDeal(d, SampleDeals.CENTRE, SampleDeals.AWARDED);
    byte[] pdf = Press.print(Clauses.manuscript(drawn));
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
    eco.exchange.contracts.proof.ContractVerifier.trustingThePaper()
        .verify(pdf)
        .findings()
        .forEach(System.out::println);
    assertThat(ArchiveCheck.faultsOf(pdf)).isEmpty();
    pdf =
        Press.print(
            CertificateText.manuscript(
                drawn, "E422823R0120261009000001B-P1", SampleDeals.AWARDED, SampleDeals.AWARDED));
    pdf = Pen.seal(pdf, "seal", keys.centre(), SampleDeals.AWARDED, "交易凭证专用章");
    Files.write(Path.of("target/cert.pdf"), pdf);
    assertThat(ArchiveCheck.faultsOf(pdf)).isEmpty();
    SealedContract sc =
        new SealedContract(
            d.contract(),
            d.transferor().party().id(),
            d.transferee().party().id(),
            d.sale().price(),
            d.sale().deposit(),
            20,
            TermsJson.write(d.terms()),
            TermsJson.hash(d.terms()));
    Distribution first = d.terms().distribute(Income.REVENUE, Money.yuan("123456.79"), Map.of());
    Distribution dist =
        d.terms().distribute(Income.REVENUE, Money.yuan("223456.77"), first.carried());
    pdf =
        Press.print(
            StatementText.manuscript(
                new StatementPaper(
                    sc,
                    Income.REVENUE,
                    2028,
                    dist.whole(),
                    first.carried(),
                    dist.parts(),
                    "fund",
                    SampleDeals.AWARDED),
                SampleDeals.CENTRE));
    pdf = Pen.seal(pdf, "seal", keys.centre(), SampleDeals.AWARDED, "结算专用章");
    Files.write(Path.of("target/statement.pdf"), pdf);
    assertThat(ArchiveCheck.faultsOf(pdf)).isEmpty();
  }
}
