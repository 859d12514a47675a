package eco.exchange.contracts.print.manuscript;

import java.util.List;

/**
 * A part of a paper under a heading.
 *
 * @param heading the heading, which is also a bookmark
 * @param passages what stands under it
 */
public record Section(String heading, List<Passage> passages) {

  /** Copies the passages. */
  public Section {
    passages = List.copyOf(passages);
  }
}
