package eco.exchange.web.live;

import io.vertx.core.buffer.Buffer;

/**
 * One message, written once in the form of each transport and sent as it is to any number.
 *
 * @param turn counts the states of a feed; of two the greater is the later
 * @param seq how many bids it knows
 * @param last whether nothing comes after it
 * @param stream the message as an event of a stream
 * @param text the message as the text of a socket
 */
record LiveMessage(long turn, long seq, boolean last, Buffer stream, String text) {

  /** The state of a lot, under the number of its last bid. */
  static LiveMessage lot(long turn, long seq, boolean last, String json) {
    return of(turn, seq, last, "lot", "id: " + seq + "\n", json);
  }

  /** Bids that were missed, as a JSON list. */
  static LiveMessage bids(long seq, String json) {
    return of(0, seq, false, "bids", "id: " + seq + "\n", json);
  }

  /** The advice to ask the public log for what came after a bid. */
  static LiveMessage refetch(long after) {
    return of(0, after, false, "refetch", "", "{\"after\":" + after + "}");
  }

  /** The end of an auction. Whoever comes back with this id is told not to come again. */
  static LiveMessage end(long seq) {
    return of(0, seq, true, "end", "id: " + END + "\n", "{}");
  }

  /** The id under which the end is told. */
  static final String END = "end";

  private static LiveMessage of(
      long turn, long seq, boolean last, String event, String id, String json) {
    return new LiveMessage(
        turn,
        seq,
        last,
        Buffer.buffer("event: " + event + "\n" + id + "data: " + json + "\n\n"),
        "{\"event\":\"" + event + "\",\"data\":" + json + "}");
  }
}
