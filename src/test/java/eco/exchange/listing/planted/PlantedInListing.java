package eco.exchange.listing.planted;

import com.itextpdf.kernel.pdf.PdfDocument;
import com.prowidesoftware.swift.model.mx.MxPain00100110;
import eco.exchange.bidding.planted.PgPlantedInBidding;
import eco.exchange.flow.planted.PlantedInFlow;
import eco.exchange.lab.planted.PlantedInLab;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.ws.rs.core.Response;
import org.flowable.engine.ProcessEngine;

/** Everything that a module must not do, so that the rules are seen to find it. */
public record PlantedInListing(
    PgPlantedInBidding bidding,
    PlantedInLab lab,
    PdfDocument pdf,
    MxPain00100110 payments,
    Pool pool,
    Response response,
    ProcessEngine engine,
    PlantedInFlow upstairs) {

  /** A rule that is asynchronous. */
  public Uni<Integer> asynchronousRule() {
    return Uni.createFrom().item(1);
  }
}
