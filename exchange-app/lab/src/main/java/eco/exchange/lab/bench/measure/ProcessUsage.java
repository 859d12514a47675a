package eco.exchange.lab.bench.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The usage of processor and memory by a process and its children. Only Linux tells; elsewhere all
 * is nothing.
 *
 * @param cpuMillis the processor time so far, in milliseconds
 * @param residentKib the memory held now, in KiB
 */
public record ProcessUsage(long cpuMillis, long residentKib) {

  private static final ProcessUsage NONE = new ProcessUsage(0, 0);
  // The kernel counts in hundredths of a second for all programs, whatever it does inside.
  private static final long MILLIS_PER_TICK = 10;
  private static final int USER_TIME = 11;
  private static final int TIMES = 4;

  /** What a process with its children has used. */
  public static ProcessUsage of(long pid) {
    return ProcessHandle.of(pid).stream()
        .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
        .map(process -> alone(process.pid(), process.pid() == pid))
        .reduce(NONE, ProcessUsage::plus);
  }

  /** The processor time used since an earlier look. */
  public long cpuMillisSince(ProcessUsage earlier) {
    return cpuMillis - earlier.cpuMillis;
  }

  private ProcessUsage plus(ProcessUsage other) {
    return new ProcessUsage(cpuMillis + other.cpuMillis, residentKib + other.residentKib);
  }

  // Children that have ended are counted by their parent.
  private static ProcessUsage alone(long pid, boolean withEndedChildren) {
    Path process = Path.of("/proc", Long.toString(pid));
    try {
      String stat = Files.readString(process.resolve("stat"));
      List<String> fields = List.of(stat.substring(stat.lastIndexOf(')') + 2).split(" "));
      long ticks =
          fields.subList(USER_TIME, USER_TIME + (withEndedChildren ? TIMES : 2)).stream()
              .mapToLong(Long::parseLong)
              .sum();
      return new ProcessUsage(ticks * MILLIS_PER_TICK, resident(process));
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
