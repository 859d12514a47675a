package eco.exchange.lab.demo;

import eco.exchange.acceptance.Participant;
import eco.exchange.acceptance.WalkDiary;
import eco.exchange.server.bank.BankFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;

/**
 * The data folder of the exchange in which the demo runs, and what the demo keeps in it.
 *
 * <p>The demo remembers the password of its accounts and the day on which it was begun, so that a
 * walk that was broken off can be walked again with the same words.
 */
record DemoFolder(Path data) {

  private static final int PASSWORD_BYTES = 9;

  /** The first administrator's password, as written down at the first start below the login. */
  String administratorPassword() throws IOException {
    List<String> lines = Files.readAllLines(data.resolve("administrator.txt"));
    return lines.get(1);
  }

  /** The password of all accounts of the demo, made when first asked for. */
  String password() throws IOException {
    byte[] random = new byte[PASSWORD_BYTES];
    new SecureRandom().nextBytes(random);
    return kept("password.txt", "demo-" + HexFormat.of().formatHex(random));
  }

  /** The market day on which the demo was begun for the first time. */
  LocalDate begun(Participant anybody) throws IOException {
    Instant now = Instant.parse(anybody.sees("/api/v1/market/clock").path("now").asText());
    return LocalDate.parse(
        kept("begun.txt", now.atZone(WalkDiary.BEIJING).toLocalDate().toString()));
  }

  /** Writes a paper of a trade and tells where it is. */
  Path keep(String name, byte[] paper) throws IOException {
    return Files.write(papers().resolve(name), paper);
  }

  /** The folder that the exchange shares with the bank. */
  BankFolder bank() {
    return new BankFolder(data.resolve("bank"));
  }

  private String kept(String name, String first) throws IOException {
    Path file = papers().resolve(name);
    if (Files.notExists(file)) {
      Path draft = papers().resolve(name + ".draft");
      Files.writeString(draft, first);
      if (Files.getFileStore(draft).supportsFileAttributeView("posix")) {
        Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rw-------"));
      }
      Files.move(draft, file);
    }
    return Files.readString(file).trim();
  }

  private Path papers() throws IOException {
    return Files.createDirectories(data.resolve("papers"));
  }
}
