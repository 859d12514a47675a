package eco.exchange.lab.bank;

import eco.exchange.server.bank.BankFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;

/** The counter of the bank, at which people hand in slips. */
public final class BankCounter {

  /** How the name of a slip ends. */
  static final String SLIP = ".json";

  private BankCounter() {}

  /** Hands a slip in; one of a name that was handed in before changes nothing. */
  public static void handIn(BankFolder folder, String name, BankSlip slip) throws IOException {
    try (Stream<Path> all = Files.list(kept(folder))) {
      if (all.anyMatch(file -> file.getFileName().toString().endsWith("-" + name + SLIP))) {
        return;
      }
    }
    Path draft = Files.write(of(folder).resolve(name + ".part"), slip.json());
    Files.move(draft, of(folder).resolve(name + SLIP), StandardCopyOption.REPLACE_EXISTING);
  }

  static Path of(BankFolder folder) throws IOException {
    return Files.createDirectories(folder.root().resolve("counter"));
  }

  /** Where the bank keeps what it has read. */
  static Path kept(BankFolder folder) throws IOException {
    return Files.createDirectories(folder.root().resolve("kept"));
  }
}
