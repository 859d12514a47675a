package eco.exchange.web.contract;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** The responses that carry papers. */
final class PaperResponse {

  static final String PDF = "application/pdf";

  private PaperResponse() {}

  /** A paper that a browser may show, or keep under a name of plain letters. */
  static Response paper(byte[] pdf, String name) {
    return Response.ok(pdf, PDF)
        .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + name + "\"")
        .build();
  }
}
