package eco.exchange.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import eco.exchange.contracts.print.manuscript.Manuscript;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each kind of paper says what was read and approved: its words stand in a file beside the tests.
 *
 * <p>After a wanted change, {@code mvn test -pl contracts-pdf -am -Dtest=GoldenPapersTest
 * -Dgolden=renew} writes the files anew; read the difference before it is committed.
 */
class GoldenPapersTest {

  private static final Path GOLDEN = Path.of("src/test/resources/golden");
  private static final boolean RENEW = "renew".equals(System.getProperty("golden"));

  static Stream<Map.Entry<String, Manuscript>> papers() {
    return EveryPaper.manuscripts().entrySet().stream();
  }

  @ParameterizedTest
  @MethodSource("papers")
  void a_paper_says_what_its_golden_file_says(Map.Entry<String, Manuscript> paper)
      throws IOException {
    Path golden = GOLDEN.resolve(paper.getKey() + ".txt");
    String said = words(paper.getValue());
    if (RENEW) {
      Files.createDirectories(GOLDEN);
      Files.writeString(golden, said);
    }
    assertThat(said).isEqualTo(Files.readString(golden));
  }

  @Test
  void no_golden_file_is_without_its_paper() throws IOException {
    try (Stream<Path> files = Files.list(GOLDEN)) {
      assertThat(files.map(file -> file.getFileName().toString().replace(".txt", "")))
          .containsExactlyInAnyOrderElementsOf(new TreeSet<>(EveryPaper.manuscripts().keySet()));
    }
  }

  private static String words(Manuscript manuscript) {
    return manuscript.lines().stream()
        .map(Manuscript.Line::text)
        .filter(line -> !line.isEmpty())
        .collect(Collectors.joining("\n", "", "\n"));
  }
}
