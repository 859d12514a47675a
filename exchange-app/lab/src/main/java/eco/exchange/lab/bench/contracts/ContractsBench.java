package eco.exchange.lab.bench.contracts;

import com.sun.management.OperatingSystemMXBean;
import eco.exchange.contracts.sample.SampleContracts;
import eco.exchange.lab.bench.measure.BenchOrder;
import eco.exchange.lab.bench.measure.Figure;
import eco.exchange.lab.bench.measure.Figures;
import eco.exchange.lab.bench.measure.HeapPeak;
import eco.exchange.lab.bench.measure.WarmRate;
import eco.exchange.lab.trial.LoadTool;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The bench of the contracts: how many a core prints and signs, beside a browser and another
 * library that print the same text in the same face.
 *
 * <p>Each is warmed up until it becomes no faster. A core's rate is counted on one thread, in
 * processor time of the whole process, collector and compiler included; the browser's in the time
 * that passes, for it may use as many cores as it likes.
 */
public final class ContractsBench {

  private static final int FEW = 1_000;
  private static final int MANY = 10_000;
  private static final int SIGNED_AT_ONCE = 64;

  private final BenchOrder<ContractsPart> order;
  private final Figures figures;
  private final Consumer<String> say;
  private final SampleContracts contracts;

  private ContractsBench(
      BenchOrder<ContractsPart> order, Figures figures, Consumer<String> say, Path folder) {
    this.order = order;
    this.figures = figures;
    this.say = say;
    this.contracts = new SampleContracts(folder.resolve("keys"));
  }

  /** Measures the parts that are wanted. */
  public static void measure(BenchOrder<ContractsPart> order, Figures figures, Consumer<String> say)
      throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("exchange-bench-");
    try {
      new ContractsBench(order, figures, say, folder).run(folder);
    } finally {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  private void run(Path folder) throws IOException, InterruptedException {
    if (order.wants(ContractsPart.PRINT)) {
      print();
    }
    if (order.wants(ContractsPart.LIBRARY)) {
      say.accept("the same text by PDFBox, untagged");
      PdfBoxPrinter library = new PdfBoxPrinter(SampleContracts.face());
      figures.add(rate("library_rate", number -> library.print(contracts.texts(number))));
    }
    if (order.wants(ContractsPart.CHROMIUM)) {
      chromium(folder);
    }
    figures.ratio("vs_chromium_ratio", "printed_rate", "chromium_rate");
    figures.ratio("vs_library_ratio", "printed_rate", "library_rate");
    if (order.wants(ContractsPart.MEMORY)) {
      say.accept("%,d contracts, then %,d".formatted(FEW, MANY));
      memory("peak_mb_1000", FEW);
      memory("peak_mb_10000", MANY);
      figures.ratio("peak_growth", "peak_mb_10000", "peak_mb_1000");
    }
  }

  private void print() throws IOException, InterruptedException {
    say.accept("contracts printed, then printed, signed and sealed");
    figures.add(rate("printed_rate", contracts::printed));
    figures.add(rate("signed_rate", contracts::signed));
    int bytes =
        IntStream.range(0, 10).map(number -> contracts.signed(number).length).max().orElseThrow();
    figures.add(new Figure("size_kb", thousandths(bytes), "kB"));
    byte[] printed = contracts.printed(1);
    long start = System.nanoTime();
    for (int i = 0; i < SIGNED_AT_ONCE; i++) {
      contracts.signed(printed, 1);
    }
    long micros = (System.nanoTime() - start) / 1000 / SIGNED_AT_ONCE;
    figures.add(new Figure("sign_ms", thousandths(micros), "ms"));
  }

  /** How many a core makes in a second. */
  private Figure rate(String name, WarmRate.Making making)
      throws IOException, InterruptedException {
    OperatingSystemMXBean machine =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    WarmRate pace = new WarmRate(machine::getProcessCpuTime, order.seconds());
    return new Figure(name, pace.of(making), "1/s");
  }

  private void chromium(Path folder) throws IOException, InterruptedException {
    try {
      LoadTool.mustBeThere("chromium", "chromium");
    } catch (LoadTool.Missing missing) {
      say.accept("left out: " + missing.getMessage());
      return;
    }
    say.accept("the same text by headless Chromium, in one warm tab");
    try (BrowserTab tab = BrowserTab.open(folder, SampleContracts.face())) {
      WarmRate pace = new WarmRate(System::nanoTime, order.seconds());
      BigDecimal rate = pace.of(number -> tab.print(contracts.texts(number)));
      figures.add(new Figure("chromium_rate", rate, "1/s"));
    }
  }

  private void memory(String name, int many) {
    System.gc();
    HeapPeak heap = HeapPeak.watched();
    IntStream.range(0, many).parallel().forEach(contracts::printed);
    figures.add(name, heap.peakMegabytes(), "MB");
  }

  private static BigDecimal thousandths(long amount) {
    return BigDecimal.valueOf(amount, 3).setScale(1, RoundingMode.HALF_UP);
  }
}
