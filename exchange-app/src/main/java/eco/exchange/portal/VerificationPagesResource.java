package eco.exchange.portal;

import eco.exchange.answer.Answer;
import eco.exchange.answer.Refusal;
import eco.exchange.contracts.contract.Contracts;
import eco.exchange.contracts.proof.Proofs;
import eco.exchange.contracts.proof.Report;
import eco.exchange.wording.RefusalTitles;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/**
 * The page on which anybody can have a contract and its statements examined; the files are read,
 * examined and forgotten. How large they may be is the limit of every request's body.
 */
@Path("/verify")
@PermitAll
@Produces(MediaType.TEXT_HTML)
class VerificationPagesResource {

  // The form goes to this page and nowhere else.
  private static final String POLICY =
      "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'self';"
          + " frame-ancestors 'none'";
  private static final int LATER_SECONDS = 1;

  private static final int NUMBER_MAX = 100;

  private final Proofs proofs;
  private final Contracts contracts;

  VerificationPagesResource(Proofs proofs, Contracts contracts) {
    this.proofs = proofs;
    this.contracts = contracts;
  }

  /** The page. */
  @CheckedTemplate(basePath = "pages")
  static final class Templates {

    private Templates() {}

    static native TemplateInstance verify(VerificationPage page);
  }

  /**
   * The page with nothing examined yet.
   *
   * @param paper the number of a paper, as its code brings it
   * @param hash the fingerprint in the code
   */
  @GET
  public Uni<Response> page(
      @QueryParam("paper") @Nullable String paper,
      @QueryParam("hash") @DefaultValue("") String hash) {
    if (paper == null || paper.length() > NUMBER_MAX || hash.length() > NUMBER_MAX) {
      return html(Response.Status.OK, VerificationPage.EMPTY);
    }
    return contracts
        .known(paper)
        .map(known -> VerificationPage.of(new VerificationPage.Lookup(paper, hash, known)))
        .chain(page -> html(Response.Status.OK, page));
  }

  /** Examines what was sent. */
  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  public Uni<Response> examine(
      @RestForm("contract") @Nullable FileUpload contract,
      @RestForm("statements") List<FileUpload> statements) {
    List<FileUpload> sent = statements.stream().filter(file -> file.size() > 0).toList();
    if (contract == null || contract.size() == 0) {
      return trouble(Response.Status.BAD_REQUEST, "请选择一份合同文件。");
    } else if (sent.size() > Proofs.STATEMENTS_MAX) {
      return trouble(
          Response.Status.BAD_REQUEST, "一次最多核验%d份补充协议和结算单。".formatted(Proofs.STATEMENTS_MAX));
    }
    return proofs.examine(() -> contents(contract, sent)).chain(this::told);
  }

  private Uni<Response> told(Answer<Report> answer) {
    return switch (answer) {
      case Answer.Done<Report> done -> html(Response.Status.OK, VerificationPage.of(done.value()));
      case Answer.Refused<Report> refused ->
          trouble(Response.Status.SERVICE_UNAVAILABLE, title(refused.reasons().getFirst()) + "。");
    };
  }

  private static String title(Refusal refusal) {
    return RefusalTitles.of(refusal.reason().name()).zh();
  }

  private static List<byte[]> contents(FileUpload contract, List<FileUpload> statements)
      throws IOException {
    List<byte[]> contents = new ArrayList<>();
    for (FileUpload file : Stream.concat(Stream.of(contract), statements.stream()).toList()) {
      contents.add(Files.readAllBytes(file.uploadedFile()));
    }
    return contents;
  }

  private Uni<Response> trouble(Response.Status status, String trouble) {
    return html(status, VerificationPage.troubled(trouble));
  }

  private Uni<Response> html(Response.Status status, VerificationPage page) {
    return Templates.verify(page)
        .createUni()
        .map(
            text -> {
              Response.ResponseBuilder answer =
                  Response.status(status)
                      .entity(text)
                      .type(MediaType.TEXT_HTML + ";charset=UTF-8")
                      .header("Cache-Control", "no-store")
                      .header("Content-Security-Policy", POLICY);
              return status == Response.Status.SERVICE_UNAVAILABLE
                  ? answer.header("Retry-After", LATER_SECONDS).build()
                  : answer.build();
            });
  }
}
