package eco.exchange.portal;

import eco.exchange.market.NamedParty;
import eco.exchange.market.PartyId;
import eco.exchange.settlement.allotment.MemberStatementView;
import eco.exchange.tradefile.village.VillageAccount;
import eco.exchange.tradefile.village.VillageAccounts;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The pages for villages and villagers. */
@Path("/")
@PermitAll
@Produces(MediaType.TEXT_HTML)
class VillagePagesResource {

  private static final int CODE_MAX = 40;

  private final VillageAccounts accounts;

  VillagePagesResource(VillageAccounts accounts) {
    this.accounts = accounts;
  }

  /** The pages and what they show. */
  @CheckedTemplate(basePath = "pages")
  static final class Templates {

    private Templates() {}

    static native TemplateInstance villages(List<NamedParty> villages);

    static native TemplateInstance village(VillageAccount account);

    static native TemplateInstance share(boolean asked, Optional<MemberStatementView> statement);
  }

  /** The villages. */
  @GET
  @Path("villages")
  public Uni<Response> villages() {
    return accounts.villages().chain(all -> PageResponse.page(Templates.villages(all)));
  }

  /** What a village should have got and has got. */
  @GET
  @Path("villages/{village}")
  public Uni<Response> village(@PathParam("village") String village) {
    return account(village)
        .chain(
            found ->
                found
                    .map(account -> PageResponse.page(Templates.village(account)))
                    .orElseGet(() -> PageResponse.missing("这个村集体")));
  }

  /** Where a villager asks for its own part. */
  @GET
  @Path("my-share")
  public Uni<Response> ask() {
    return PageResponse.page(Templates.share(false, Optional.empty()));
  }

  /** The answer, to the personal code alone; it stays in no cache and in no address. */
  @POST
  @Path("my-share")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Uni<Response> answer(@FormParam("code") @Nullable String code) {
    Uni<Optional<MemberStatementView>> found =
        code == null || code.length() > CODE_MAX
            ? Uni.createFrom().item(Optional.empty())
            : accounts.statement(code);
    return found
        .chain(statement -> PageResponse.page(Templates.share(true, statement)))
        .map(
            page ->
                Response.fromResponse(page).header("Cache-Control", "no-store, private").build());
  }

  private Uni<Optional<VillageAccount>> account(String village) {
    try {
      return accounts.of(PartyId.parse(village));
    } catch (IllegalArgumentException noVillage) {
      return Uni.createFrom().item(Optional.empty());
    }
  }
}
