package eco.exchange.house;

import com.sun.source.tree.CaseTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import eco.exchange.house.figures.JavaFile;
import eco.exchange.house.figures.ParsedSource;
import eco.exchange.house.figures.Source;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The rules that a source file must keep; each tells what it found, as path, line and reason. */
final class TidyRules {

  static final int METHOD_LINES_MAX = 30;
  static final int FILE_LINES_MAX = 400;
  static final int LINE_COLUMNS_MAX = 110;

  /** What is banned in production code, with what to write instead. */
  private static final Map<Pattern, String> BANNED = new LinkedHashMap<>();

  static {
    banned("Instant\\.now\\(\\)|LocalDate\\.now\\(\\)|LocalDateTime\\.now\\(", "clock.instant()");
    banned("System\\.currentTimeMillis\\(", "clock.millis()");
    banned("\\b(double|float|Double|Float)\\b", "Money, Percentage or BigDecimal");
    banned("\\bSystem\\.(out|err)\\b", "Log, or Console in a command");
    banned("\\.printStackTrace\\(", "Log");
    banned("Thread\\.sleep\\(", "a clock that can be moved, or a condition to wait for");
    banned("\\bnew Random\\(|Math\\.random\\(", "a source of randomness handed in from outside");
    banned(
        "\\b(class|record|enum|interface) \\w*(Manager|Helper|Utils?|Impl|Dto|DTO)\\b",
        "a noun of the trade");
  }

  /** Where things stand on a page is told in points, which are no money and no share. */
  private static final Pattern PAGES = Pattern.compile("/contracts/print/");

  private static final Pattern LEFT_OVER =
      Pattern.compile("\\b(" + "TO" + "DO|FIX" + "ME|XX" + "X)\\b|@Disa" + "bled");

  private TidyRules() {}

  private static void banned(String pattern, String instead) {
    BANNED.put(Pattern.compile(pattern), instead);
  }

  /** What is wrong with these files. */
  static List<String> of(List<Source> sources) {
    List<String> faults = new ArrayList<>();
    for (Source source : sources) {
      lines(source, faults);
      if (source.isMain()) {
        bans(source, faults);
      }
    }
    for (ParsedSource parsed : ParsedSource.of(sources)) {
      if (parsed.source().isMain()) {
        size(parsed, faults);
      }
      new Shape(parsed, faults).scan(parsed.tree(), null);
    }
    return faults;
  }

  // A door has a method for each verb that people say; to cut it in two would part what is said
  // together.
  private static void size(ParsedSource parsed, List<String> faults) {
    Source source = parsed.source();
    int lines = source.lines().size();
    if (lines > FILE_LINES_MAX && !JavaFile.of(source, parsed.tree()).isDoor()) {
      faults.add(at(source, 1, "file of %d lines".formatted(lines)));
    }
  }

  private static void lines(Source source, List<String> faults) {
    List<String> lines = source.lines();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.codePointCount(0, line.length()) > LINE_COLUMNS_MAX) {
        faults.add(at(source, i + 1, "line of %d columns".formatted(line.length())));
      }
      if (LEFT_OVER.matcher(line).find()) {
        faults.add(at(source, i + 1, "left over: " + line.trim()));
      }
    }
  }

  private static void bans(Source source, List<String> faults) {
    List<String> lines = source.lines();
    for (int i = 0; i < lines.size(); i++) {
      String code = lines.get(i).replaceAll("^\\s*(\\*|//|/\\*).*|//.*$", "");
      for (Map.Entry<Pattern, String> ban : BANNED.entrySet()) {
        boolean isPlaceOnAPage =
            PAGES.matcher(source.path()).find() && ban.getValue().startsWith("Money");
        if (!isPlaceOnAPage && ban.getKey().matcher(code).find()) {
          faults.add(at(source, i + 1, code.trim() + " -> " + ban.getValue()));
        }
      }
    }
  }

  private static String at(Source source, long line, String reason) {
    return source.path() + ":" + line + ": " + reason;
  }

  /** What only the parsed file tells: how long methods are, and where a switch has a default. */
  private static final class Shape extends TreeScanner<Void, Void> {

    private final Source source;
    private final List<String> faults;
    private final SourcePositions positions;
    private final CompilationUnitTree unit;
    private final LineMap lines;

    Shape(ParsedSource parsed, List<String> faults) {
      this.source = parsed.source();
      this.faults = faults;
      this.unit = parsed.tree();
      this.positions = parsed.positions();
      this.lines = unit.getLineMap();
    }

    @Override
    public Void visitMethod(MethodTree method, Void none) {
      long first = lines.getLineNumber(positions.getStartPosition(unit, method));
      long last = lines.getLineNumber(positions.getEndPosition(unit, method));
      if (source.isMain() && last - first + 1 > METHOD_LINES_MAX) {
        String reason = "%s has %d lines".formatted(method.getName(), last - first + 1);
        faults.add(at(source, first, reason));
      }
      return super.visitMethod(method, none);
    }

    @Override
    public Void visitSwitch(SwitchTree tree, Void none) {
      defaults(tree.getCases(), positions.getStartPosition(unit, tree));
      return super.visitSwitch(tree, none);
    }

    @Override
    public Void visitSwitchExpression(SwitchExpressionTree tree, Void none) {
      defaults(tree.getCases(), positions.getStartPosition(unit, tree));
      return super.visitSwitchExpression(tree, none);
    }

    // Over strings and numbers a default is needed; over sealed types and enums it hides new cases.
    private void defaults(List<? extends CaseTree> cases, long position) {
      boolean hasDefault =
          cases.stream()
              .flatMap(branch -> branch.getLabels().stream())
              .anyMatch(label -> label.getKind().name().startsWith("DEFAULT"));
      boolean overLiterals =
          cases.stream()
              .flatMap(branch -> branch.getExpressions().stream())
              .anyMatch(Shape::isLiteral);
      if (hasDefault && !overLiterals && source.isMain()) {
        faults.add(at(source, lines.getLineNumber(position), "a default branch hides new cases"));
      }
    }

    private static boolean isLiteral(ExpressionTree label) {
      return label instanceof LiteralTree;
    }
  }
}
