package eco.exchange.programs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eco.exchange.bidding.envelope.Holder;
import eco.exchange.bidding.envelope.HolderKey;
import eco.exchange.bidding.envelope.HolderKey.Found;
import eco.exchange.bidding.envelope.LotKeys;
import eco.exchange.bidding.envelope.SealedOffer;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The program of a holder on the own machine, where the private key stays.
 *
 * <p>{@code holder new-key KEYFILE} makes a key and tells the public one, to be registered. {@code
 * holder open KEYFILE HOLDER envelopes.json} finds the shares of HOLDER and writes the body of the
 * request. The exit code is 0, 1 if an envelope held no share for the key, 2 if something was not
 * understood. The passphrase is asked for, or taken from EXCHANGE_PASSPHRASE.
 */
public final class HolderProgram {

  private static final int DONE = 0;
  private static final int SOME_FAULTY = 1;
  private static final int NOT_UNDERSTOOD = 2;
  private static final int PASSPHRASE_MIN = 12;

  private record Source(Path file, char[] passphrase) {}

  private HolderProgram() {}

  /** Runs the command named first. */
  public static void main(String... arguments) {
    System.exit(run(Console::say, HolderProgram::passphrase, arguments));
  }

  private static char[] passphrase() {
    String given = System.getenv("EXCHANGE_PASSPHRASE");
    if (given != null) {
      return given.toCharArray();
    }
    char[] typed =
        System.console() == null ? null : System.console().readPassword("口令 passphrase: ");
    return typed == null ? new char[0] : typed;
  }

  static int run(Consumer<String> out, Supplier<char[]> passphrase, String... arguments) {
    String command = arguments.length == 0 ? "" : arguments[0];
    try {
      if (command.equals("new-key") && arguments.length == 2) {
        return newKey(out, Path.of(arguments[1]), passphrase.get());
      }
      if (command.equals("open") && arguments.length == 4) {
        Source source = new Source(Path.of(arguments[1]), passphrase.get());
        return open(out, source, Holder.valueOf(arguments[2]), arguments[3]);
      }
      Console.complain(
          "用法 usage: holder new-key KEYFILE | open KEYFILE CENTRE|SUPERVISOR|NOTARY envelopes.json");
    } catch (IOException | IllegalArgumentException unfit) {
      Console.complain("无法完成 cannot do it: " + unfit);
    }
    return NOT_UNDERSTOOD;
  }

  private static int newKey(Consumer<String> out, Path file, char[] passphrase) throws IOException {
    if (passphrase.length < PASSPHRASE_MIN) {
      Console.complain("口令太短 the passphrase has at least %d characters".formatted(PASSPHRASE_MIN));
      return NOT_UNDERSTOOD;
    }
    HolderKey key = HolderKey.fresh(new SecureRandom());
    HolderKeyFile.write(file, key, passphrase);
    out.accept(key.publicKey());
    return DONE;
  }

  private static int open(Consumer<String> out, Source source, Holder holder, String envelopes)
      throws IOException {
    Optional<HolderKey> key = HolderKeyFile.read(source.file(), source.passphrase());
    if (key.isEmpty()) {
      Console.complain("密钥文件或口令不对 no key file, or another passphrase");
      return NOT_UNDERSTOOD;
    }
    JsonNode json = SealedOfferFiles.read(Path.of(envelopes));
    LotKeys keys = SealedOfferFiles.keys(json.path("keys"));
    ObjectNode body = SealedOfferFiles.JSON.createObjectNode().put("holder", holder.name());
    ObjectNode shares = body.putObject("shares");
    int faulty = 0;
    for (SealedOffer sealed : SealedOfferFiles.envelopes(json)) {
      switch (key.get().share(sealed, keys, holder)) {
        case Found.Share(String share) -> shares.put(sealed.paddle(), share);
        case Found.Fault fault -> {
          faulty++;
          Console.complain("%s: %s".formatted(sealed.paddle(), fault.fault()));
        }
      }
    }
    out.accept(body.toString());
    return faulty == 0 ? DONE : SOME_FAULTY;
  }
}
