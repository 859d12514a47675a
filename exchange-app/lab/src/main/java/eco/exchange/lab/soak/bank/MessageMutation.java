package eco.exchange.lab.soak.bank;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * The mutation of a message by its structure: elements go, come twice, change places or names, and
 * hold other values of their kind or of any; now and then the bytes themselves change.
 */
final class MessageMutation {

  private static final int CHANGES_MAX = 4;
  private static final int BYTES_CHANGED_ONE_IN = 12;
  private static final int OTHER_ENCODING_ONE_IN = 15;
  private static final int LONG = 4_000;

  private static final List<String> VALUES =
      List.of(
          "",
          " ",
          "0",
          "0.00",
          "0.01",
          "1",
          "100.00",
          "100.000",
          "100.00000",
          "-1",
          "1E3",
          "+5.00",
          "99999999999999.99",
          "999999999999999999",
          "0.001",
          "NaN",
          "CRDT",
          "DBIT",
          "BOOK",
          "PDNG",
          "INFO",
          "FUTR",
          "true",
          "false",
          "1",
          "RJCT",
          "ACSC",
          "ACCP",
          "PART",
          "CANC",
          "BLCK",
          "NOTPROVIDED",
          "OPBD",
          "CLBD",
          "PRCD",
          "ITBD",
          "2026-03-02",
          "2026-03-02T24:00:00+08:00",
          "2026-03-02T12:00:00",
          "2026-03-02T12:00:00.123456789123Z",
          "2026-02-30",
          "-0001-01-01T00:00:00Z",
          "9999-12-31T24:00:00Z",
          "10000-01-01T00:00:00Z",
          "2026-03-02T25:00:00",
          "2026-03-02Z",
          "２０２６",
          "１００．００",
          "\u200b",
          "\ufeffB1",
          "甲".repeat(200),
          "a".repeat(LONG),
          "B1",
          "B2",
          "R/1",
          "out/B1",
          "B1~2",
          "'",
          "&amp;",
          "]]>",
          "${x}",
          "%s%n",
          "69000100000000017",
          "6900 0100 0000 0001 7");

  private static final List<String> ENCODINGS =
      List.of("UTF-8", "GBK", "GB18030", "UTF-16", "UTF-16LE", "UTF-16BE", "ISO-8859-1", "UTF-32");

  private final RandomGenerator random;
  private final DocumentBuilder builder;
  private final Transformer writer;
  private final Map<String, Document> samples = new HashMap<>();

  MessageMutation(RandomGenerator random) {
    this.random = random;
    try {
      this.builder = DocumentBuilderFactory.newDefaultNSInstance().newDocumentBuilder();
      this.writer = TransformerFactory.newDefaultInstance().newTransformer();
      writer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
    } catch (ParserConfigurationException | TransformerException e) {
      throw new IllegalStateException("every Java has them", e);
    }
  }

  /** A mutant of one message, with pieces of another. */
  byte[] of(String message, String other) {
    try {
      Document document = (Document) parsed(message).cloneNode(true);
      Document donor = parsed(other);
      int changes = 1 + random.nextInt(CHANGES_MAX);
      for (int i = 0; i < changes; i++) {
        change(document, donor);
      }
      return bytes(text(document));
    } catch (SAXException | IOException | TransformerException e) {
      throw new IllegalStateException("a sample is well-formed", e);
    }
  }

  private Document parsed(String sample) throws SAXException, IOException {
    Document known = samples.get(sample);
    if (known != null) {
      return known;
    }
    Document parsed = builder.parse(new InputSource(new StringReader(sample)));
    samples.put(sample, parsed);
    return parsed;
  }

  private void change(Document document, Document donor) {
    List<Element> all = elements(document);
    Element one = all.get(random.nextInt(all.size()));
    Node parent = one.getParentNode();
    switch (random.nextInt(9)) {
      case 0 -> removed(one, parent);
      case 1 -> parent.insertBefore(copyIn(document, one, parent), one.getNextSibling());
      case 2 -> exchanged(one, all.get(random.nextInt(all.size())));
      case 3, 4, 5 -> leafOf(one).setTextContent(value());
      case 6 -> transplanted(document, donor, one);
      case 7 -> {
        if (one.hasAttribute("Ccy")) {
          one.setAttribute("Ccy", random.nextBoolean() ? "USD" : value());
        } else {
          one.setAttribute("x", value());
        }
      }
      default -> {
        Element namesake = all.get(random.nextInt(all.size()));
        document.renameNode(one, one.getNamespaceURI(), namesake.getLocalName());
      }
    }
  }

  private static void removed(Element one, Node parent) {
    if (parent instanceof Element) {
      parent.removeChild(one);
    }
  }

  // A document has one root; a copy of it goes into it.
  private static Node copyIn(Document document, Element one, Node parent) {
    Node copy = one.cloneNode(true);
    if (parent instanceof Document) {
      one.appendChild(copy);
      return document.createComment("twice");
    }
    return copy;
  }

  private static void exchanged(Element one, Element other) {
    String text = one.getTextContent();
    if (isLeaf(one) && isLeaf(other)) {
      one.setTextContent(other.getTextContent());
      other.setTextContent(text);
    }
  }

  private void transplanted(Document document, Document donor, Element place) {
    List<Element> pieces = elements(donor);
    Element piece = pieces.get(random.nextInt(pieces.size()));
    place.appendChild(document.importNode(piece, true));
  }

  private static Element leafOf(Element one) {
    Element leaf = one;
    for (Node child = leaf.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element below) {
        return leafOf(below);
      }
    }
    return leaf;
  }

  private static boolean isLeaf(Element one) {
    return leafOf(one) == one;
  }

  private String value() {
    return VALUES.get(random.nextInt(VALUES.size()));
  }

  private String text(Document document) throws TransformerException {
    StringWriter text = new StringWriter();
    writer.transform(new DOMSource(document), new StreamResult(text));
    return text.toString();
  }

  private byte[] bytes(String text) {
    boolean isOther = random.nextInt(OTHER_ENCODING_ONE_IN) == 0;
    String declared = isOther ? ENCODINGS.get(random.nextInt(ENCODINGS.size())) : "UTF-8";
    String written =
        random.nextInt(3) == 0 ? ENCODINGS.get(random.nextInt(ENCODINGS.size())) : declared;
    String prolog = "<?xml version=\"1.0\" encoding=\"%s\"?>".formatted(declared);
    byte[] bytes = (prolog + text).getBytes(Charset.forName(isOther ? written : "UTF-8"));
    if (random.nextInt(BYTES_CHANGED_ONE_IN) == 0 && bytes.length > 0) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
    }
    return bytes;
  }

  private static List<Element> elements(Document document) {
    NodeList found = document.getElementsByTagNameNS("*", "*");
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      elements.add((Element) found.item(i));
    }
    return elements;
  }
}
