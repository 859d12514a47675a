package eco.exchange.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What ./exchange finds and says, with homes of people who have other JDKs than this machine. */
class LauncherTest {

  // The tests run in exchange-app when Maven runs them, at the top when an editor does.
  private static final Path LAUNCHER =
      Path.of(Files.exists(Path.of("exchange")) ? "exchange" : "../exchange").toAbsolutePath();

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path home;

  @Test
  void the_newest_release_with_long_term_support_is_taken() throws Exception {
    jdk(".jdks/a jdk 98", "98");
    jdk(".jdks/ninety seven", "97.0.2");
    jdk(".sdkman/candidates/java/93.0.7-tem", "93.0.7");
    jdk(".jdks/ninety three", "93.0.1");
    assertThat(said("tools")).contains("JDK 97.0.2 in " + home.resolve(".jdks/ninety seven"));
  }

  @Test
  void whoever_sets_JAVA_HOME_has_chosen() throws Exception {
    jdk(".jdks/newer", "97.0.2");
    Path chosen = jdk("my jdk", "22.0.1");
    assertThat(said(chosen, "tools")).contains("JDK 22.0.1 in " + chosen);
  }

  @Test
  void a_JAVA_HOME_that_is_too_old_or_no_jdk_is_passed_over() throws Exception {
    jdk(".jdks/newer", "97.0.2");
    assertThat(said(jdk("old", "17.0.9"), "tools")).contains("JDK 97.0.2");
    assertThat(said(home, "tools")).contains("JDK 97.0.2");
  }

  @Test
  void an_unknown_command_is_told_with_the_ones_there_are() throws Exception {
    Process launcher = launched(Optional.empty(), "dance");
    assertThat(words(launcher)).contains("there is no command dance").contains("demo [--exit]");
    assertThat(launcher.waitFor()).isEqualTo(1);
  }

  @Test
  void help_needs_nothing_installed() throws Exception {
    assertThat(said("help")).startsWith("./exchange COMMAND");
  }

  private Path jdk(String folder, String version) throws IOException {
    Path jdk = home.resolve(folder);
    Path compiler = Files.createDirectories(jdk.resolve("bin")).resolve("javac");
    assertThat(Files.createFile(compiler).toFile().setExecutable(true)).isTrue();
    Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"%s\"\n".formatted(version));
    return jdk;
  }

  private String said(String command) throws Exception {
    return words(launched(Optional.empty(), command));
  }

  private String said(Path javaHome, String command) throws Exception {
    return words(launched(Optional.of(javaHome), command));
  }

  private Process launched(Optional<Path> javaHome, String command) throws IOException {
    ProcessBuilder launcher = new ProcessBuilder(List.of("sh", LAUNCHER.toString(), command));
    launcher.environment().remove("JAVA_HOME");
    javaHome.ifPresent(jdk -> launcher.environment().put("JAVA_HOME", jdk.toString()));
    launcher.environment().put("HOME", home.toString());
    return launcher.directory(home.toFile()).redirectErrorStream(true).start();
  }

  private static String words(Process launcher) throws IOException {
    return new String(launcher.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}
