package eco.exchange.web.problem;

/** The problems that HTTP itself knows, before any door is asked. */
final class HttpProblems {

  private HttpProblems() {}

  static Problem of(int status) {
    return switch (status) {
      case 400 -> Problem.of(400, "BAD_REQUEST", "The request cannot be read.");
      case 401 -> Problem.of(401, "NOT_SIGNED_IN", "Sign in, and show the access token you get.");
      case 403 -> Problem.of(403, "ROLE_MISSING", "Your account has no role that may do this.");
      case 404 -> Problem.of(404, "NOT_FOUND", "There is no such thing here.");
      case 405 -> Problem.of(405, "METHOD_NOT_ALLOWED", "This address knows no such method.");
      case 406 -> Problem.of(406, "NOT_ACCEPTABLE", "This address answers with other media types.");
      case 411 -> Problem.of(411, "LENGTH_REQUIRED", "Say the Content-Length of the body.");
      case 413 -> Problem.of(413, "BODY_TOO_LARGE", "The body is larger than is taken here.");
      case 415 -> Problem.of(415, "MEDIA_TYPE_UNSUPPORTED", "Send the body as application/json.");
      case 500 -> Problem.of(500, "OUR_MISTAKE", "The exchange failed; it has been noted.");
      case 503 -> Problem.of(503, "BUSY", "Too many ask for this at once; ask again soon.");
      default -> Problem.of(status, "HTTP_" + status, "The request cannot be answered.");
    };
  }
}
