package eco.exchange.identity.session;

import eco.exchange.identity.account.AccountView;
import eco.exchange.identity.account.Accounts;
import eco.exchange.identity.account.Credentials;
import eco.exchange.identity.secret.OpaqueToken;
import eco.exchange.identity.secret.Passwords;
import eco.exchange.identity.secret.RealTime;
import eco.exchange.identity.session.PgSessionStore.Live;
import eco.exchange.identity.session.PgSessionStore.StoredToken;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.RejectedExecutionException;

/**
 * The sessions of people who sign in by password and stay signed in by refresh tokens until they
 * sign out.
 *
 * <p>Who does not know the password learns nothing, not even by the time that the answer takes,
 * about whether there is such a login.
 */
@ApplicationScoped
public class Sessions {

  private static final Duration REFRESH_LIFE = Duration.ofHours(12);
  private static final Duration SESSION_LIFE = Duration.ofDays(7);
  private static final Duration KEPT_AFTER_END = Duration.ofDays(1);
  private static final Duration REST_WHEN_BUSY = Duration.ofSeconds(2);

  private final Accounts accounts;
  private final PgSessionStore store;
  private final Passwords passwords;
  private final AccessTokens tokens;
  private final Clock clock;

  Sessions(
      Accounts accounts,
      PgSessionStore store,
      Passwords passwords,
      AccessTokens tokens,
      @RealTime Clock clock) {
    this.accounts = accounts;
    this.store = store;
    this.passwords = passwords;
    this.tokens = tokens;
    this.clock = clock;
  }

  /** Lets somebody in by login and password. */
  public Uni<SignInAnswer> signIn(String login, String password) {
    String lower = login.toLowerCase(Locale.ROOT);
    return store
        .attempt(lower, clock.instant())
        .chain(
            tooEarly ->
                tooEarly.isPresent()
                    ? Uni.createFrom().item(new SignInAnswer.MustWait(tooEarly.get()))
                    : compare(lower, password));
  }

  private Uni<SignInAnswer> compare(String login, String password) {
    return accounts
        .credentials(login)
        .chain(
            known ->
                passwords
                    .fits(password, known.map(Credentials::passwordHash))
                    .chain(fits -> known.isPresent() && fits ? open(known.get()) : notKnown()))
        .onFailure(RejectedExecutionException.class)
        .recoverWithItem(() -> new SignInAnswer.MustWait(now().plus(REST_WHEN_BUSY)));
  }

  private Uni<SignInAnswer> open(Credentials known) {
    AccountView account = known.account();
    Instant now = now();
    Live session = new Live(UUID.randomUUID(), account.account(), now.plus(SESSION_LIFE));
    OpaqueToken refresh = OpaqueToken.fresh();
    return store
        .forgive(account.login())
        .chain(() -> store.sweep(now.minus(KEPT_AFTER_END)))
        .chain(() -> store.open(session, stored(refresh, now)))
        .replaceWith(() -> signedIn(account, session, refresh, now));
  }

  /**
   * Takes a refresh token for a new pair of tokens. A token that was taken before ends its session,
   * for then two people hold it.
   */
  public Uni<SignInAnswer> refresh(String refreshToken) {
    OpaqueToken next = OpaqueToken.fresh();
    Instant now = now();
    return store
        .rotate(new OpaqueToken(refreshToken).hash(), stored(next, now))
        .chain(live -> live.map(session -> goOn(session, next, now)).orElseGet(Sessions::notKnown));
  }

  private Uni<SignInAnswer> goOn(Live session, OpaqueToken next, Instant now) {
    return accounts
        .account(session.account())
        .map(Optional::orElseThrow)
        .map(account -> signedIn(account, session, next, now));
  }

  /** Ends a session. Its access token stays valid until its quarter of an hour is over. */
  public Uni<Void> signOut(UUID session) {
    return store.end(session, now());
  }

  private SignInAnswer signedIn(
      AccountView account, Live session, OpaqueToken refresh, Instant now) {
    return new SignInAnswer.SignedIn(
        tokens.write(account, session.session(), now),
        now.plus(AccessTokens.LIFE),
        refresh.text(),
        now.plus(REFRESH_LIFE));
  }

  private static StoredToken stored(OpaqueToken token, Instant now) {
    return new StoredToken(token.hash(), now, now.plus(REFRESH_LIFE));
  }

  private static Uni<SignInAnswer> notKnown() {
    return Uni.createFrom().item(new SignInAnswer.NotKnown());
  }

  // Whole seconds, as the access token tells time.
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }
}
