package eco.exchange.identity.session;

import java.time.Instant;

/** The answer to an attempt to sign in. */
public sealed interface SignInAnswer {

  /**
   * Let in.
   *
   * @param accessToken the signed token to show with each request
   * @param expiresAt the end of the access token, by real time
   * @param refreshToken the secret that fetches the next pair of tokens, once
   * @param refreshExpiresAt the end of the refresh token, by real time
   */
  record SignedIn(
      String accessToken, Instant expiresAt, String refreshToken, Instant refreshExpiresAt)
      implements SignInAnswer {

    // The tokens are secrets, so they stay out of logs.
    @Override
    public String toString() {
      return "SignedIn[until " + expiresAt + "]";
    }
  }

  /** Not let in; never says whether the login, the password or the token was wrong. */
  record NotKnown() implements SignInAnswer {}

  /**
   * Too many failures: not even looked at before that time.
   *
   * @param until when the next attempt is taken, by real time
   */
  record MustWait(Instant until) implements SignInAnswer {}
}
