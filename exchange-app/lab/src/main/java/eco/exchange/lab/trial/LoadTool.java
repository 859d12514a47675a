package eco.exchange.lab.trial;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A load tool of the system. */
public final class LoadTool {

  private LoadTool() {}

  /** Says that a program has not done its work. */
  public static final class Failed extends IOException {
    private static final long serialVersionUID = 1;

    /** Says it. */
    public Failed(String message) {
      super(message);
    }
  }

  /** Says that a program is not there, and how to get it. */
  public static final class Missing extends IOException {
    private static final long serialVersionUID = 1;

    /** Says it. */
    public Missing(String message) {
      super(message);
    }
  }

  /**
   * Checks that a program can be run.
   *
   * @throws Missing if it cannot
   */
  public static void mustBeThere(String program, String debianPackage) throws IOException {
    try {
      new ProcessBuilder(program, "--version").redirectErrorStream(true).start().destroy();
    } catch (IOException none) {
      throw new Missing(
          "The program %1$s is missing. On Debian and Ubuntu: sudo apt-get install %2$s"
              .formatted(program, debianPackage));
    }
  }

  /** Runs a program to its end in a folder and returns what it said. */
  public static String run(Path folder, Map<String, String> environment, List<String> command)
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().putAll(environment);
    Process process = builder.start();
    String said;
    try (InputStream output = process.getInputStream()) {
      said = new String(output.readAllBytes(), StandardCharsets.UTF_8);
    }
    if (process.waitFor() != 0) {
      throw new Failed(command.getFirst() + " failed: " + said.strip());
    }
    return said;
  }

  public static List<String> command(String program, String... options) {
    List<String> command = new ArrayList<>(List.of(program));
    command.addAll(Arrays.asList(options));
    return command;
  }
}
