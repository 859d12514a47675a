package eco.exchange.contracts.print.layout;

import eco.exchange.contracts.print.layout.StripItem.Box;
import eco.exchange.contracts.print.layout.TextLines.Side;
import eco.exchange.contracts.print.manuscript.Imprint;
import eco.exchange.contracts.print.manuscript.SignaturePlace;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The setting of the places where the parties sign, side by side, and where the centre seals, with
 * the imprint beside the seal.
 */
final class SignaturePlaceSetter {

  private static final float GAP = 12;
  private static final float PADDING = 10;
  private static final float PARTY_HEIGHT = 190;
  private static final float SIGN_HEIGHT = 56;
  private static final float SEAL_HEIGHT = 152;
  private static final float SEAL_SIZE = 132;
  private static final float SEAL_INDENT = 10;
  private static final float CODE_SIZE = 68;
  private static final float CODE_GAP = 8;
  private static final int LONG_NAME = 60;

  private final TagElement parent;
  private final Imprint imprint;

  SignaturePlaceSetter(TagElement parent, Imprint imprint) {
    this.parent = parent;
    this.imprint = imprint;
  }

  List<Strip> places(List<SignaturePlace> places) {
    List<Strip> strips = new ArrayList<>();
    List<SignaturePlace> parties = places.stream().filter(place -> !place.isSeal()).toList();
    for (int i = 0; i < parties.size(); i += 2) {
      strips.add(parties(parties.subList(i, Math.min(i + 2, parties.size()))));
    }
    places.stream().filter(SignaturePlace::isSeal).map(this::seal).forEach(strips::add);
    return strips;
  }

  private Strip parties(List<SignaturePlace> two) {
    float half = (PageMeasures.WIDTH - GAP) / 2;
    List<StripItem> content = new ArrayList<>();
    for (int i = 0; i < two.size(); i++) {
      Box box = new Box(PageMeasures.MARGIN_SIDE + i * (half + GAP), 0, half, PARTY_HEIGHT);
      Box inside = box.inset(PADDING);
      content.add(new StripItem.Frame(box));
      words(two.get(i), inside).forEach(content::add);
      float top = inside.bottom() - SIGN_HEIGHT;
      content.add(field(two.get(i), new Box(inside.x(), top, inside.width(), SIGN_HEIGHT)));
    }
    return Strip.of(PARTY_HEIGHT, content).apart(GAP, 0);
  }

  private Strip seal(SignaturePlace place) {
    Box box = new Box(PageMeasures.MARGIN_SIDE, 0, PageMeasures.WIDTH, SEAL_HEIGHT);
    float x = box.right() - SEAL_INDENT - SEAL_SIZE;
    Box seal = new Box(x, (SEAL_HEIGHT - SEAL_SIZE) / 2, SEAL_SIZE, SEAL_SIZE);
    Box inside = box.inset(PADDING);
    Box beside = new Box(inside.x(), inside.top(), x - PADDING - inside.x(), inside.height());
    List<StripItem> content = new ArrayList<>();
    content.add(new StripItem.Frame(box));
    words(place, beside).forEach(content::add);
    imprint(beside).forEach(content::add);
    content.add(field(place, seal));
    return Strip.of(SEAL_HEIGHT, content).apart(GAP, 0);
  }

  private StripItem field(SignaturePlace place, Box box) {
    return new StripItem.Field(parent.part("Form"), place, box);
  }

  /** Who signs, in what role, known by what code. */
  private Stream<StripItem> words(SignaturePlace place, Box box) {
    TextStyle named =
        place.name().length() > LONG_NAME ? PageMeasures.LONG_NAME : PageMeasures.NAME;
    return column(
        box,
        box.top(),
        TextLines.of(place.role(), PageMeasures.ROLE, box.width()),
        TextLines.of(place.name(), named, box.width()),
        TextLines.of(place.code(), PageMeasures.CODE, box.width()));
  }

  /** The QR code at the foot of a box, and what it says in words beside it. */
  private Stream<StripItem> imprint(Box box) {
    float top = box.bottom() - CODE_SIZE;
    TagElement code = parent.figure("核验二维码：" + imprint.code());
    float x = box.x() + CODE_SIZE + CODE_GAP;
    Box beside = new Box(x, top, box.right() - x, CODE_SIZE);
    TextLines[] words =
        imprint.words().stream()
            .map(line -> TextLines.of(line, PageMeasures.IMPRINT, beside.width()))
            .toArray(TextLines[]::new);
    return Stream.concat(
        Stream.of(
            new StripItem.Code(code, imprint.code(), new Box(box.x(), top, CODE_SIZE, CODE_SIZE))),
        column(beside, top, words));
  }

  private Stream<StripItem> column(Box box, float top, TextLines... texts) {
    List<StripItem> column = new ArrayList<>();
    float y = top;
    for (TextLines lines : texts) {
      lines.placed(parent.part("P"), box.x(), y, Side.LEFT).forEach(column::add);
      y += lines.height();
    }
    return column.stream();
  }
}
