package eco.exchange.bidding.record;

import eco.exchange.bidding.auction.Ending;
import eco.exchange.market.TradeId;
import eco.exchange.method.TradeMethod;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The record of a closed auction, played again by the rules alone.
 *
 * @param trade the lot
 * @param method how it was sold
 * @param acts how many acts were played
 * @param ending how it has ended, by the rules, if the record is right
 * @param fault the first line that the rules would not have made, and why
 */
public record RecordReplay(
    TradeId trade, TradeMethod method, long acts, Optional<Ending> ending, Optional<String> fault) {

  private static final int LINE_MAX = 16_000_000;

  /** Whether a file that begins so is to be the record of an auction. */
  public static boolean isRecord(byte[] beginning) {
    String text = new String(beginning, StandardCharsets.UTF_8);
    return text.startsWith(RecordLine.BEGINNING);
  }

  /**
   * Plays a record up to its end, or to its first fault, holding no more of it than a line.
   *
   * @throws IOException if it cannot be read, or does not begin as a record does
   */
  public static RecordReplay of(InputStream record) throws IOException {
    InputStream in = new BufferedInputStream(record);
    RecordChecker player = new RecordChecker(line(in));
    String line = line(in);
    while (player.goesOn() && !line.isEmpty()) {
      player.play(line);
      line = line(in);
    }
    if (player.goesOn()) {
      player.missEnd();
    }
    return player.result(line.isEmpty());
  }

  /** The next line, with its line feed if it has one; empty at the end of the file. */
  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = in.read(); next >= 0; next = in.read()) {
      line.write(next);
      if (next == '\n') {
        break;
      }
      if (line.size() > LINE_MAX) {
        throw new IOException("a line is longer than %d bytes".formatted(LINE_MAX));
      }
    }
    return line.toString(StandardCharsets.UTF_8);
  }
}
