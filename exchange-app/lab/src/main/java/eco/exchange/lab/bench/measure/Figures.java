package eco.exchange.lab.bench.measure;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The figures of a run, told as they come. */
public final class Figures {

  private static final MathContext THREE_DIGITS = new MathContext(3, RoundingMode.HALF_UP);
  private static final int DIGITS = 6;

  private final String bench;
  private final Consumer<String> say;
  private final Map<String, Figure> byName = new LinkedHashMap<>();

  /** Tells each figure of a bench as a line of text. */
  public Figures(String bench, Consumer<String> say) {
    this.bench = bench;
    this.say = say;
  }

  /** Tells a figure, and how it stands to its bar if it has one. */
  public void add(Figure figure) {
    byName.put(figure.name(), figure);
    String remark =
        TargetFigures.of(figure.name()).map(bar -> bar.against(figure.value())).orElse("");
    say.accept(row(figure, remark));
  }

  public void add(String name, long value, String unit) {
    add(Figure.of(name, value, unit));
  }

  /** A quotient of two figures, if both were measured. */
  public void ratio(String name, String above, String below) {
    if (of(above).isPresent() && of(below).isPresent() && value(below).signum() > 0) {
      add(new Figure(name, value(above).divide(value(below), THREE_DIGITS), "ratio"));
    }
  }

  Optional<Figure> of(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  public BigDecimal value(String name) {
    return of(name).map(Figure::value).orElseThrow();
  }

  /** All figures in the order in which they were measured. */
  List<Figure> all() {
    return List.copyOf(byName.values());
  }

  /** Appends the figures to a file, one line each. */
  public void append(Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.write(
        file,
        all().stream().map(figure -> figure.line(bench)).toList(),
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }

  /** Reads the figures that another process has appended to a file. */
  public void read(Path file) throws IOException {
    Files.readAllLines(file).stream().map(Figure::read).forEach(this::add);
  }

  private static String row(Figure figure, String remark) {
    String value =
        figure.value().precision() > DIGITS && figure.value().scale() <= 0
            ? "%,d".formatted(figure.value().longValue())
            : figure.value().stripTrailingZeros().toPlainString();
    return "  %-34s %14s %-9s %s"
        .formatted(figure.name(), value, figure.unit(), remark)
        .stripTrailing();
  }
}
