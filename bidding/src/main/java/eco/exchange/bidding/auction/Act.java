package eco.exchange.bidding.auction;

import eco.exchange.method.Offer;
import eco.exchange.money.Money;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** An act of somebody at an auction. Which acts a lot takes is for its method to say. */
public sealed interface Act {

  /** Offers a price in the open. */
  record Bid(Money price) implements Act {}

  /** Lets the auction bid for one, raise by raise, up to a price that nobody else sees. */
  record Ceiling(Money price) implements Act {}

  /** Joins the timed bidding that follows a listing, when asked. */
  record Joining() implements Act {}

  /** Takes the falling price, which the taker names so that a late click takes no other. */
  record Taking(Money price) implements Act {}

  /**
   * Hands in a sealed offer, or another in place of the one before.
   *
   * @param commitment the SHA-256 that binds the offer to lot and paddle, see {@link Commitments}
   * @param envelope the encrypted offer, which no one can open alone
   */
  record Sealing(String commitment, String envelope) implements Act {

    /** The longest envelope, in characters. */
    public static final int ENVELOPE_MAX = 16 * 1024;

    private static final Pattern READABLE = Pattern.compile("[ -~\\n\\r\\t]+");

    /** Whether it can be recorded: not too large, and text of ASCII alone. */
    public boolean isFit() {
      return commitment.length() + envelope.length() <= ENVELOPE_MAX + 64
          && READABLE.matcher(commitment + envelope).matches();
    }
  }

  /** Takes a sealed offer back. */
  record Withdrawal() implements Act {}

  /** The centre enters the secret floor below which nothing is sold. */
  record Floor(Money price) implements Act {}

  /**
   * The centre enters the points of each offer, in hundredths, one for each criterion in the order
   * of the notice.
   */
  record Scores(Map<String, List<Integer>> byPaddle) implements Act {

    /** Copies the points. */
    public Scores {
      byPaddle =
          byPaddle.entrySet().stream()
              .collect(
                  Collectors.toUnmodifiableMap(
                      Map.Entry::getKey, entry -> List.copyOf(entry.getValue())));
    }
  }

  /** The centre opens all sealed offers, by the keys of two holders. */
  record Opening(Map<String, Opened> byPaddle) implements Act {

    /** Copies the offers. */
    public Opening {
      byPaddle = Map.copyOf(byPaddle);
    }
  }

  /**
   * What an envelope held.
   *
   * @param offer the offer with the nonce of its commitment; empty if the envelope could not be
   *     opened
   * @param fault why it could not be opened
   */
  record Opened(Optional<Unsealed> offer, Optional<String> fault) {

    private static final int FAULT_MAX = 200;

    // What stood in an envelope was written by a bidder: nothing of it may hinder the record.
    /** Takes what holds no proper nonce for an envelope that could not be opened. */
    public Opened {
      if (offer.filter(it -> !Commitments.isNonce(it.nonce())).isPresent()) {
        offer = Optional.empty();
        fault = Optional.of("the nonce has not 32 to 128 of the characters 0-9a-f");
      }
      fault = fault.map(Opened::printable);
    }

    private static String printable(String text) {
      String shown = text.replaceAll("[\\p{Cntrl}\\p{Cs}]", " ");
      return shown.length() > FAULT_MAX ? shown.substring(0, FAULT_MAX) : shown;
    }

    /** An offer and the nonce that its commitment was made with. */
    public record Unsealed(Offer offer, String nonce) {}
  }
}
