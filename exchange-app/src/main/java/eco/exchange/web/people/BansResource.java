package eco.exchange.web.people;

import eco.exchange.bidding.ban.Ban;
import eco.exchange.bidding.ban.BanScope;
import eco.exchange.bidding.ban.BanView;
import eco.exchange.bidding.ban.Bans;
import eco.exchange.bidding.ban.RestrictedAct;
import eco.exchange.identity.account.Accounts;
import eco.exchange.identity.account.PartyView;
import eco.exchange.identity.account.Roles;
import eco.exchange.market.Actor;
import eco.exchange.market.CreditCode;
import eco.exchange.market.Page;
import eco.exchange.market.PartyId;
import eco.exchange.web.json.Cursors;
import eco.exchange.web.problem.Problems;
import eco.exchange.web.request.CurrentActor;
import eco.exchange.web.request.Idempotent;
import eco.exchange.web.request.RequestKey;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** The ban list, which the supervisor keeps. */
@Path("/api/v1/bans")
class BansResource {

  private final Bans bans;
  private final Accounts accounts;
  private final RequestKey key;
  private final CurrentActor caller;

  BansResource(Bans bans, Accounts accounts, RequestKey key, CurrentActor caller) {
    this.bans = bans;
    this.accounts = accounts;
    this.key = key;
    this.caller = caller;
  }

  /** The body of a request to enter a ban: a body is named by its code, a person by the party. */
  record NewBan(
      Optional<PartyId> party,
      @Size(max = Ban.TEXT_MAX) String name,
      @Size(max = 18) String code,
      @Size(max = Ban.TEXT_MAX) String type,
      @Size(max = Ban.TEXT_MAX) String role,
      @Size(max = Ban.TEXT_MAX) String reason,
      LocalDate decidedOn,
      LocalDate from,
      Optional<LocalDate> until,
      @Size(max = Ban.TEXT_MAX) String authority,
      @Size(max = Ban.TEXT_MAX) String document,
      Set<RestrictedAct> acts,
      BanScope scope) {

    Ban ban(UUID id, Optional<PartyId> known) {
      return new Ban(
          id,
          new Ban.Subject(known, name, code),
          type,
          role,
          reason,
          decidedOn,
          from,
          until,
          authority,
          document,
          acts,
          scope);
    }
  }

  /** The body of a request to revoke a ban. */
  record NewRevocation(
      @Size(max = Ban.TEXT_MAX) String applicant, @Size(max = Ban.TEXT_MAX) String reason) {}

  /** Enters a ban, by the decision of an authority. */
  @POST
  @RolesAllowed(Roles.SUPERVISOR)
  @Idempotent
  @ResponseStatus(201)
  public Uni<BanView> enter(@Valid NewBan body) {
    UUID id = key.idFor("ban");
    Actor actor = caller.actor();
    return subject(body).chain(party -> bans.enter(body.ban(id, party), actor)).map(Problems::done);
  }

  private Uni<Optional<PartyId>> subject(NewBan body) {
    Optional<PartyId> named = body.party();
    return named
        .map(party -> accounts.party(party).map(Problems::found))
        .map(found -> found.map(party -> Optional.of(party.party())))
        .orElseGet(() -> registered(body.code()));
  }

  private Uni<Optional<PartyId>> registered(String code) {
    return CreditCode.of(code)
        .map(accounts::partyOf)
        .orElseGet(() -> Uni.createFrom().item(Optional.empty()))
        .map(found -> found.map(PartyView::party));
  }

  /** Ends a ban before its time. */
  @POST
  @Path("{ban}/revocation")
  @RolesAllowed(Roles.SUPERVISOR)
  public Uni<BanView> revoke(@PathParam("ban") UUID ban, @Valid NewRevocation body) {
    return bans.revoke(ban, body.applicant(), body.reason(), caller.actor()).map(Problems::done);
  }

  /** What anybody may know of a ban. */
  record BanLine(
      String name,
      String code,
      String type,
      String role,
      String reason,
      LocalDate decidedOn,
      LocalDate from,
      Optional<LocalDate> until,
      String authority,
      String document,
      Set<RestrictedAct> acts,
      boolean revoked) {

    static BanLine of(BanView entry) {
      Ban ban = entry.ban();
      return new BanLine(
          ban.subject().name(),
          ban.subject().code(),
          ban.type(),
          ban.role(),
          ban.reason(),
          ban.decidedOn(),
          ban.from(),
          ban.until(),
          ban.authority(),
          ban.document(),
          ban.acts(),
          entry.revocation().isPresent());
    }
  }

  /** The bans that anybody may know of. */
  @GET
  @PermitAll
  public Uni<Page<BanLine>> open(
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.LIMIT_MAX) int limit) {
    return bans.bans(Optional.of(BanScope.PUBLIC), Cursors.read(after), limit)
        .map(page -> new Page<>(page.items().stream().map(BanLine::of).toList(), page.after()))
        .map(Cursors::page);
  }

  /** All bans, for the centre and those who watch over it. */
  @GET
  @Path("all")
  @RolesAllowed({Roles.OFFICER, Roles.MANAGER, Roles.SUPERVISOR, Roles.AUDITOR})
  public Uni<Page<BanView>> all(
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.LIMIT_MAX) int limit) {
    return bans.bans(Optional.empty(), Cursors.read(after), limit).map(Cursors::page);
  }
}
