package eco.exchange.programs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eco.exchange.bidding.envelope.LotKeys;
import eco.exchange.bidding.envelope.OfferSealer;
import eco.exchange.bidding.envelope.SealedOffer;
import eco.exchange.method.Offer;
import eco.exchange.method.Offer.Yearly;
import eco.exchange.money.Money;
import eco.exchange.money.Percentage;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The program that seals a bidder's offer on the bidder's own machine, and writes the body of the
 * request.
 *
 * <p>{@code seal holder-keys.json PADDLE PRICE [RENT SHARE]}: price and yearly rent in yuan, the
 * yearly share in per cent. The exit code is 0, or 2 if something was not understood.
 */
public final class SealProgram {

  private static final int DONE = 0;
  private static final int NOT_UNDERSTOOD = 2;
  private static final int OF_A_PRICE = 3;
  private static final int OF_A_SHARE = 5;

  private SealProgram() {}

  /** Seals the offer named. */
  public static void main(String... arguments) {
    System.exit(run(Console::say, arguments));
  }

  static int run(Consumer<String> out, String... arguments) {
    if (arguments.length != OF_A_PRICE && arguments.length != OF_A_SHARE) {
      Console.complain("用法 usage: seal holder-keys.json PADDLE PRICE [RENT SHARE%]");
      return NOT_UNDERSTOOD;
    }
    try {
      JsonNode keys = SealedOfferFiles.read(Path.of(arguments[0]));
      LotKeys set = SealedOfferFiles.keys(keys);
      SealedOffer sealed =
          new OfferSealer(new SecureRandom())
              .seal(SealedOfferFiles.lot(keys), arguments[1], offer(arguments), set);
      ObjectNode body = SealedOfferFiles.JSON.createObjectNode();
      body.put("commitment", sealed.commitment()).put("envelope", sealed.envelope());
      out.accept(body.toString());
      Console.complain("密钥指纹 keys %s".formatted(set.fingerprint()));
      return DONE;
    } catch (IOException | IllegalArgumentException | ArithmeticException unfit) {
      Console.complain("无法密封 cannot seal: " + unfit.getMessage());
      return NOT_UNDERSTOOD;
    }
  }

  private static Offer offer(String... arguments) {
    Optional<Yearly> yearly =
        arguments.length == OF_A_SHARE
            ? Optional.of(new Yearly(amount(arguments[3]), Percentage.parse(arguments[4])))
            : Optional.empty();
    return new Offer(amount(arguments[2]), yearly);
  }

  private static Money amount(String yuan) {
    Money amount = Money.yuan(yuan);
    if (amount.isBelow(Money.ZERO)) {
      throw new IllegalArgumentException("an amount is not less than nothing: " + yuan);
    }
    return amount;
  }
}
