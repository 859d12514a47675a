package eco.exchange.portal;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The responses that carry pages: with nothing in them from elsewhere, and in nobody's frame. */
final class PageResponse {

  // Only our own style sheets and scripts; a form, where there is one, leads back here.
  private static final String POLICY =
      "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self';"
          + " base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

  private PageResponse() {}

  /** A page as it is. */
  static Uni<Response> page(TemplateInstance page) {
    return page(Response.Status.OK, page);
  }

  /** What a page says that is not there. */
  @CheckedTemplate(basePath = "pages")
  static final class Templates {

    private Templates() {}

    static native TemplateInstance missing(String what);
  }

  /** A page that says that there is no such thing, for example '这笔交易'. */
  static Uni<Response> missing(String what) {
    return page(Response.Status.NOT_FOUND, Templates.missing(what));
  }

  private static Uni<Response> page(Response.Status status, TemplateInstance page) {
    return page.createUni()
        .map(
            text ->
                Response.status(status)
                    .entity(text)
                    .type(MediaType.TEXT_HTML + ";charset=UTF-8")
                    .header("Content-Security-Policy", POLICY)
                    .build());
  }
}
