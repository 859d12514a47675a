package eco.exchange.operations.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a process and its children have used. Only Linux tells; elsewhere all is nothing.
 *
 * @param cpuMillis the processor time so far, in milliseconds
 * @param residentKib the memory held now, in KiB
 */
record Usage(long cpuMillis, long residentKib) {

  private static final Usage NONE = new Usage(0, 0);
  // The kernel counts in hundredths of a second for all programs, whatever it does inside.
  private static final long MILLIS_PER_TICK = 10;
  private static final int USER_TIME = 11;
  private static final int TIMES = 4;

  /** What a process with its children has used. */
  static Usage of(long pid) {
    return ProcessHandle.of(pid).stream()
        .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
        .map(process -> alone(process.pid(), process.pid() == pid))
        .reduce(NONE, Usage::plus);
  }

  /** The processor time used since an earlier look. */
  long cpuMillisSince(Usage earlier) {
    return cpuMillis - earlier.cpuMillis;
  }

  private Usage plus(Usage other) {
    return new Usage(cpuMillis + other.cpuMillis, residentKib + other.residentKib);
  }

  // Children that have ended are counted by their parent.
  private static Usage alone(long pid, boolean withEndedChildren) {
    Path process = Path.of("/proc", Long.toString(pid));
    try {
      String stat = Files.readString(process.resolve("stat"));
      List<String> fields = List.of(stat.substring(stat.lastIndexOf(')') + 2).split(" "));
      long ticks =
          fields.subList(USER_TIME, USER_TIME + (withEndedChildren ? TIMES : 2)).stream()
              .mapToLong(Long::parseLong)
              .sum();
      return new Usage(ticks * MILLIS_PER_TICK, resident(process));
    } catch (IOException notLinuxOrGone) {
      return NONE;
    }
  }

  private static long resident(Path process) throws IOException {
    return Files.readAllLines(process.resolve("status")).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .sum();
  }
}
