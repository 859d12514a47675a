package eco.exchange.lab.soak.bank;

import java.util.List;
import java.util.stream.Stream;

/**
 * The findings about mutated messages.
 *
 * @param read how many were read
 * @param refused how many were refused
 * @param faults what is wrong with any of them
 */
record MutantFindings(long read, long refused, List<String> faults) {

  static final MutantFindings NONE = new MutantFindings(0, 0, List.of());

  /** Copies the faults. */
  MutantFindings {
    faults = List.copyOf(faults);
  }

  MutantFindings plus(MutantFindings other) {
    return new MutantFindings(
        read + other.read,
        refused + other.refused,
        Stream.concat(faults.stream(), other.faults.stream()).toList());
  }
}
