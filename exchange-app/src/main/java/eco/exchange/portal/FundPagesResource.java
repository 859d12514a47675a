package eco.exchange.portal;

import eco.exchange.settlement.fund.FundEntry;
import eco.exchange.settlement.fund.FundId;
import eco.exchange.settlement.fund.FundView;
import eco.exchange.settlement.fund.Funds;
import eco.exchange.settlement.fund.ProjectView;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;

/** The pages of the reinvestment funds. */
@Path("/funds")
@PermitAll
@Produces(MediaType.TEXT_HTML)
class FundPagesResource {

  private final Funds funds;

  FundPagesResource(Funds funds) {
    this.funds = funds;
  }

  /** The pages and what they show. */
  @CheckedTemplate(basePath = "pages")
  static final class Templates {

    private Templates() {}

    static native TemplateInstance funds(List<FundView> funds);

    static native TemplateInstance fund(
        FundView fund, List<ProjectView> projects, List<FundEntry> entries);
  }

  /** The funds. */
  @GET
  public Uni<Response> funds() {
    return funds.funds().chain(all -> PageResponse.page(Templates.funds(all)));
  }

  /** The balance, the works and the whole ledger of a fund. */
  @GET
  @Path("{fund}")
  public Uni<Response> fund(@PathParam("fund") String code) {
    return find(code)
        .chain(found -> found.map(this::page).orElseGet(() -> PageResponse.missing("这个再投入基金")));
  }

  private Uni<Response> page(FundView fund) {
    return Uni.combine()
        .all()
        .unis(funds.projects(fund.fund()), funds.entries(fund.fund()))
        .with((projects, entries) -> Templates.fund(fund, projects, entries.reversed()))
        .chain(PageResponse::page);
  }

  private Uni<Optional<FundView>> find(String code) {
    try {
      return funds.fund(FundId.parse(code));
    } catch (IllegalArgumentException noFund) {
      return Uni.createFrom().item(Optional.empty());
    }
  }
}
