package eco.exchange.web.page;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** How pages are sent: with nothing in them from elsewhere, and in nobody's frame. */
final class Html {

  // Only our own style sheets and scripts; a form, where there is one, leads back here.
  private static final String POLICY =
      "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self';"
          + " base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

  private Html() {}

  /** A page as it is. */
  static Uni<Response> page(TemplateInstance page) {
    return page(Response.Status.OK, page);
  }

  /** A page that says that there is nothing. */
  static Uni<Response> missing(TemplateInstance page) {
    return page(Response.Status.NOT_FOUND, page);
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
