package eco.exchange.lab.soak.bank;

import eco.exchange.lab.soak.bank.LedgerFindings.All;
import eco.exchange.lab.soak.bank.plain.RandomBank;
import eco.exchange.server.bank.BankFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The check of a link with a plain bank, once everything was told: both books agree, and garbage is
 * refused and nothing else.
 */
final class LinkCheck {

  private final BankFolder folder;
  private final RandomBank bank;

  LinkCheck(BankFolder folder, RandomBank bank) {
    this.folder = folder;
    this.bank = bank;
  }

  /** What is wrong. */
  List<String> faults(All found) throws IOException {
    List<String> faults = new ArrayList<>(new BookComparison(bank, found).faults());
    faults.addAll(files());
    return faults;
  }

  private List<String> files() throws IOException {
    List<String> faults = new ArrayList<>();
    compare("files that were taken", bank.mail().read(), names("taken"), faults);
    compare("files that were refused", bank.mail().refused(), names("refused"), faults);
    return faults;
  }

  private static void compare(
      String what, Set<String> expected, Set<String> found, List<String> faults) {
    if (!expected.equals(found)) {
      Set<String> missing = new TreeSet<>(expected);
      missing.removeAll(found);
      Set<String> beyond = new TreeSet<>(found);
      beyond.removeAll(expected);
      faults.add("%s: %s are missing, and %s are too many".formatted(what, missing, beyond));
    }
  }

  private Set<String> names(String where) throws IOException {
    Path kept = folder.fromBank().resolve(where);
    if (Files.notExists(kept)) {
      return Set.of();
    }
    try (Stream<Path> all = Files.list(kept)) {
      return all.map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".xml"))
          .collect(Collectors.toSet());
    }
  }
}
