package eco.exchange.web.request;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import eco.exchange.web.problem.HttpProblem;
import eco.exchange.web.problem.Problem;
import eco.exchange.web.problem.ProblemException;
import eco.exchange.web.request.PgRequestStore.Claim;
import eco.exchange.web.request.PgRequestStore.Sent;
import eco.exchange.web.request.PgRequestStore.Stored;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import org.jboss.resteasy.reactive.common.core.BlockingNotAllowedException;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/**
 * The handling of {@link Idempotent} requests: each is done once, and its answer given as often as
 * it is asked for.
 */
@Singleton
class IdempotentRequests {

  private static final String CLAIMED = IdempotentRequests.class.getName();
  private static final MediaType JSON = MediaType.APPLICATION_JSON_TYPE.withCharset("UTF-8");
  private static final Duration WHILE_BUSY = Duration.ofSeconds(1);

  private final PgRequestStore store;
  private final RequestKey key;
  private final CurrentActor caller;
  private final ObjectMapper json;

  IdempotentRequests(PgRequestStore store, RequestKey key, CurrentActor caller, ObjectMapper json) {
    this.store = store;
    this.key = key;
    this.caller = caller;
    this.json = json;
  }

  @Idempotent
  @ServerRequestFilter(readBody = true)
  Uni<@Nullable Response> claim(ContainerRequestContext request) {
    String address = request.getMethod() + " " + request.getUriInfo().getPath();
    byte[] hash = NameBasedId.sha256(bodyOf(request));
    Sent sent = new Sent(caller.actor().account(), key.key(), address, hash);
    return store.claim(sent).map(claim -> goOnUnlessKnown(request, sent, claim));
  }

  private static @Nullable Response goOnUnlessKnown(
      ContainerRequestContext request, Sent sent, Claim claim) {
    return switch (claim) {
      case Claim.Granted granted -> {
        request.setProperty(CLAIMED, sent);
        yield null;
      }
      case Claim.Done done -> again(done.answer());
      case Claim.Busy busy ->
          throw ProblemException.passing(Problem.of(HttpProblem.REQUEST_IN_PROGRESS), WHILE_BUSY);
      case Claim.OtherRequest other ->
          throw new ProblemException(Problem.of(HttpProblem.IDEMPOTENCY_KEY_REUSED));
    };
  }

  private static Response again(Stored answer) {
    Response.ResponseBuilder response = Response.status(answer.status());
    if (!answer.body().isEmpty()) {
      response.type(JSON).entity(answer.body());
    }
    answer.location().ifPresent(address -> response.header(HttpHeaders.LOCATION, address));
    return response.build();
  }

  // Refusals are given back, not stored: what is too early now may be in time later.
  @Idempotent
  @ServerResponseFilter
  Uni<Void> keep(ContainerRequestContext request, ContainerResponseContext response) {
    if (!(request.getProperty(CLAIMED) instanceof Sent sent)) {
      return Uni.createFrom().voidItem();
    }
    int status = response.getStatus();
    return status >= 200 && status < 300
        ? store.store(sent, new Stored(status, bodyOf(response), location(response)))
        : store.release(sent);
  }

  private static Optional<String> location(ContainerResponseContext response) {
    return Optional.ofNullable(response.getHeaderString(HttpHeaders.LOCATION));
  }

  private String bodyOf(ContainerResponseContext response) {
    try {
      return response.hasEntity() ? json.writeValueAsString(response.getEntity()) : "";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an answer that cannot be written", e);
    }
  }

  private static byte[] bodyOf(ContainerRequestContext request) {
    if (request.getLength() <= 0) {
      return new byte[0]; // The server does not read ahead where there is nothing to read.
    }
    try {
      byte[] body = request.getEntityStream().readAllBytes();
      request.setEntityStream(new ByteArrayInputStream(body));
      return body;
    } catch (BlockingNotAllowedException unread) {
      return new byte
          [0]; // Nor where the resource asks for no body: whatever came counts for nothing.
    } catch (IOException e) {
      throw new UncheckedIOException("a request that broke off", e);
    }
  }
}
