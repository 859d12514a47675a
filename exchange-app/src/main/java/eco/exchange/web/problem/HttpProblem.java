package eco.exchange.web.problem;

/** Problems of requests as such, before any door is asked, by their stable codes. */
public enum HttpProblem {
  /** The request is no request of HTTP that is understood. */
  BAD_REQUEST(400, "The request cannot be read."),
  /** The body is no JSON text. */
  MALFORMED_JSON(400, "The body is no JSON text."),
  /** A request that creates something has no key. */
  IDEMPOTENCY_KEY_MISSING(400, "The header Idempotency-Key is needed here."),
  /** The key of a request is empty, too long or has other characters. */
  IDEMPOTENCY_KEY_INVALID(400, "A key is 1 to 64 visible ASCII characters."),
  /** Nobody has signed in, or the token is not to be believed. */
  NOT_SIGNED_IN(401, "Sign in, and show the access token you get."),
  /** Login and password, or the refresh token, are not those of an account. */
  SIGN_IN_FAILED(401, "What you showed does not let you in."),
  /** The account has no role that may. */
  ROLE_MISSING(403, "Your account has no role that may do this."),
  /** A page of another site asks to watch. */
  ORIGIN_REFUSED(403, "Pages of other sites may not watch here."),
  /** There is no such thing, or it is not the caller's to see. */
  NOT_FOUND(404, "There is no such thing here."),
  /** The address is read or written in other ways. */
  METHOD_NOT_ALLOWED(405, "This address knows no such method."),
  /** The address has no answer of the media type that is asked for. */
  NOT_ACCEPTABLE(406, "This address answers with other media types."),
  /** The same request came before and is not answered yet. */
  REQUEST_IN_PROGRESS(409, "The same request is being worked on."),
  /** Market time is the time of the world. */
  CLOCK_NOT_MOVABLE(409, "The market keeps the time of the world here."),
  /** The length of the body is not told before it comes. */
  LENGTH_REQUIRED(411, "Say the Content-Length of the body."),
  /** The body is over the limit. */
  BODY_TOO_LARGE(413, "The body is larger than is taken here."),
  /** The body is of another media type than is read. */
  MEDIA_TYPE_UNSUPPORTED(415, "Send the body as application/json."),
  /** The body is JSON, but fields of it do not fit. */
  INVALID_REQUEST(422, "Fields of the request do not fit."),
  /** The key came before with another request. */
  IDEMPOTENCY_KEY_REUSED(422, "This key was sent with another body or to another address."),
  /** A WebSocket is opened by another request. */
  UPGRADE_REQUIRED(426, "This address speaks WebSocket only."),
  /** Signing in has failed too often. */
  TOO_MANY_ATTEMPTS(429, "Wait before you sign in again."),
  /** The exchange has failed; the number of the request finds it in the log. */
  OUR_MISTAKE(500, "The exchange failed; it has been noted."),
  /** There is too much to do. */
  BUSY(503, "Too many ask for this at once; ask again soon."),
  /** A status that has no code of its own. */
  NOT_ANSWERED(400, "The request cannot be answered.");

  private final int status;
  private final String detail;

  HttpProblem(int status, String detail) {
    this.status = status;
    this.detail = detail;
  }

  /** The HTTP status. */
  int status() {
    return status;
  }

  /** What is wrong, if nothing more is known of it. */
  String detail() {
    return detail;
  }

  /** The problem that a status alone tells. */
  static HttpProblem of(int status) {
    return switch (status) {
      case 400 -> BAD_REQUEST;
      case 401 -> NOT_SIGNED_IN;
      case 403 -> ROLE_MISSING;
      case 404 -> NOT_FOUND;
      case 405 -> METHOD_NOT_ALLOWED;
      case 406 -> NOT_ACCEPTABLE;
      case 411 -> LENGTH_REQUIRED;
      case 413 -> BODY_TOO_LARGE;
      case 415 -> MEDIA_TYPE_UNSUPPORTED;
      case 500 -> OUR_MISTAKE;
      case 503 -> BUSY;
      default -> NOT_ANSWERED;
    };
  }
}
