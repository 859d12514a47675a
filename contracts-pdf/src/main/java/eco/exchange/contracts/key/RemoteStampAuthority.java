package eco.exchange.contracts.key;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.SecureRandom;
import java.time.Duration;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;

/** An authority for time stamps elsewhere, asked over HTTP (RFC 3161, 3.4). */
public final class RemoteStampAuthority implements TimeStampAuthority {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int ROOM = 8192;
  private static final int NONCE_BITS = 64;

  private final URI address;
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final SecureRandom random = new SecureRandom();

  /** The authority at an address. */
  public RemoteStampAuthority(URI address) {
    this.address = address;
  }

  @Override
  public byte[] stamp(byte[] sha256) {
    TimeStampRequestGenerator asking = new TimeStampRequestGenerator();
    asking.setCertReq(true);
    try {
      TimeStampRequest request =
          asking.generate(TSPAlgorithms.SHA256, sha256, new BigInteger(NONCE_BITS, random));
      TimeStampResponse response = new TimeStampResponse(answer(request.getEncoded()));
      // The status, the hash, the nonce and the policy must be those that were asked for.
      response.validate(request);
      if (response.getTimeStampToken() == null) {
        throw new IOException(response.getStatusString());
      }
      return response.getTimeStampToken().toCMSSignedData().toASN1Structure().getEncoded("DER");
    } catch (IOException | TSPException e) {
      throw new StampUnavailable("no time stamp from " + address + ": " + e.getMessage(), e);
    }
  }

  private byte[] answer(byte[] request) throws IOException {
    HttpRequest post =
        HttpRequest.newBuilder(address)
            .timeout(PATIENCE)
            .header("Content-Type", "application/timestamp-query")
            .POST(BodyPublishers.ofByteArray(request))
            .build();
    try {
      HttpResponse<InputStream> response = http.send(post, BodyHandlers.ofInputStream());
      try (InputStream body = response.body()) {
        byte[] answer = body.readNBytes(ROOM + 1);
        if (response.statusCode() != 200 || answer.length > ROOM) {
          throw new IOException("status %d".formatted(response.statusCode()));
        }
        return answer;
      }
    } catch (InterruptedException told) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", told);
    }
  }

  @Override
  public int room() {
    return ROOM;
  }
}
