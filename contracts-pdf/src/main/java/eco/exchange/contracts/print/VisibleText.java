package eco.exchange.contracts.print;

import com.itextpdf.kernel.colors.Color;
import com.itextpdf.kernel.geom.Matrix;
import com.itextpdf.kernel.geom.Path;
import com.itextpdf.kernel.geom.Point;
import com.itextpdf.kernel.geom.Rectangle;
import com.itextpdf.kernel.geom.Subpath;
import com.itextpdf.kernel.geom.Vector;
import com.itextpdf.kernel.pdf.PdfDocument;
import com.itextpdf.kernel.pdf.PdfPage;
import com.itextpdf.kernel.pdf.canvas.PdfCanvasConstants.TextRenderingMode;
import com.itextpdf.kernel.pdf.canvas.parser.EventType;
import com.itextpdf.kernel.pdf.canvas.parser.PdfCanvasProcessor;
import com.itextpdf.kernel.pdf.canvas.parser.data.IEventData;
import com.itextpdf.kernel.pdf.canvas.parser.data.ImageRenderInfo;
import com.itextpdf.kernel.pdf.canvas.parser.data.PathRenderInfo;
import com.itextpdf.kernel.pdf.canvas.parser.data.TextRenderInfo;
import com.itextpdf.kernel.pdf.canvas.parser.listener.IEventListener;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The text of a page that a reader sees, and the text that is there for a program but hidden from
 * the eye, for it is transparent, white, tiny, off the page, or covered.
 */
final class VisibleText implements IEventListener {

  private static final float WHITE = 0.9f;
  private static final float SMALLEST = 4;
  private static final int TEXTS_MAX = 20_000;
  private static final Rectangle UNIT = new Rectangle(0, 0, 1, 1);

  private final Rectangle page;
  private final List<Rectangle> texts = new ArrayList<>();
  private String hidden = "";

  private VisibleText(Rectangle page) {
    this.page = page;
  }

  /** The first text that a reader does not see, and why; empty if all can be seen. */
  static Optional<String> hidden(PdfDocument pdf) {
    for (int number = 1; number <= pdf.getNumberOfPages(); number++) {
      PdfPage page = pdf.getPage(number);
      VisibleText sight = new VisibleText(page.getCropBox());
      new PdfCanvasProcessor(sight).processPageContent(page);
      if (!sight.hidden.isEmpty()) {
        return Optional.of("第%d页：%s".formatted(number, sight.hidden));
      }
    }
    return Optional.empty();
  }

  @Override
  public void eventOccurred(IEventData data, EventType type) {
    if (data instanceof TextRenderInfo text) {
      write(text);
    } else if (data instanceof ImageRenderInfo image) {
      cover(box(corners(UNIT), image.getImageCtm()));
    } else if (data instanceof PathRenderInfo path
        && (path.getOperation() & PathRenderInfo.FILL) != 0) {
      cover(box(path.getPath(), path.getCtm()));
    }
  }

  @Override
  public Set<EventType> getSupportedEvents() {
    return Set.of(EventType.RENDER_TEXT, EventType.RENDER_PATH, EventType.RENDER_IMAGE);
  }

  private void write(TextRenderInfo text) {
    if (text.getText().isBlank()) {
      return;
    }
    Rectangle box = box(text);
    texts.add(box);
    int mode = text.getTextRenderMode();
    boolean isDrawn =
        mode == TextRenderingMode.FILL
            || mode == TextRenderingMode.STROKE
            || mode == TextRenderingMode.FILL_STROKE;
    if (!isDrawn || isWhite(text.getFillColor())) {
      hide("看不见的文字“%s” (text that cannot be seen)", text.getText());
    } else if (Math.max(box.getHeight(), box.getWidth()) < SMALLEST || !page.overlaps(box)) {
      hide("过小或者页面以外的文字“%s” (too small, or off the page)", text.getText());
    } else if (texts.size() > TEXTS_MAX) {
      hide("文字过多 (too much text) %s", "");
    }
  }

  private void cover(Rectangle box) {
    if (texts.stream().anyMatch(text -> isCovered(text, box))) {
      hide("文字被遮盖 (text is covered) %s", "");
    }
  }

  // Neighbours may touch: what counts is that the middle of a text disappears.
  private static boolean isCovered(Rectangle text, Rectangle cover) {
    float x = text.getX() + text.getWidth() / 2;
    float y = text.getY() + text.getHeight() / 2;
    return text.overlaps(cover)
        && (cover.contains(new Rectangle(x, y, 0, 0))
            || cover.getWidth() * cover.getHeight() > text.getWidth() * text.getHeight() / 2);
  }

  private void hide(String how, String text) {
    if (hidden.isEmpty()) {
      hidden = how.formatted(text);
    }
  }

  private static boolean isWhite(Color color) {
    float[] parts = color.getColorValue();
    if (parts == null || parts.length == 4) {
      return false;
    }
    for (float part : parts) {
      if (part < WHITE) {
        return false;
      }
    }
    return true;
  }

  private static Rectangle box(TextRenderInfo text) {
    return box(
        Stream.of(text.getAscentLine(), text.getDescentLine())
            .flatMap(line -> Stream.of(line.getStartPoint(), line.getEndPoint()))
            .map(point -> new Point(point.get(Vector.I1), point.get(Vector.I2)))
            .toList(),
        new Matrix());
  }

  private static Rectangle box(Path path, Matrix at) {
    return box(
        path.getSubpaths().stream()
            .map(Subpath::getPiecewiseLinearApproximation)
            .flatMap(List::stream)
            .toList(),
        at);
  }

  private static List<Point> corners(Rectangle box) {
    return List.of(box.toPointsArray());
  }

  private static Rectangle box(List<Point> points, Matrix at) {
    List<Vector> there =
        points.stream()
            .map(point -> new Vector((float) point.getX(), (float) point.getY(), 1).cross(at))
            .toList();
    if (there.isEmpty()) {
      return new Rectangle(0, 0, 0, 0);
    }
    float left = (float) there.stream().mapToDouble(point -> point.get(Vector.I1)).min().orElse(0);
    float low = (float) there.stream().mapToDouble(point -> point.get(Vector.I2)).min().orElse(0);
    float right = (float) there.stream().mapToDouble(point -> point.get(Vector.I1)).max().orElse(0);
    float high = (float) there.stream().mapToDouble(point -> point.get(Vector.I2)).max().orElse(0);
    return new Rectangle(left, low, right - left, high - low);
  }
}
