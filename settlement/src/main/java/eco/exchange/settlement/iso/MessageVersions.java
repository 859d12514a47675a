package eco.exchange.settlement.iso;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.XMLConstants;
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
 * The versions of messages, brought to the one that is written. What is read of them has the same
 * names in all; only a status and a party, which were plain, became choices in version 08 of the
 * statement, and charges a list of records after version 02. A message is held against the schema
 * of its own version before.
 */
final class MessageVersions {

  /** Where parties stand in a movement. */
  private static final Set<String> PARTIES =
      Set.of("InitgPty", "Dbtr", "UltmtDbtr", "Cdtr", "UltmtCdtr", "TradgPty");

  /** What is read of a charge. */
  private static final Set<String> CHARGE = Set.of("Amt", "CdtDbtInd");

  private MessageVersions() {}

  /** The text of a message of a version as it would be in the version that is written. */
  static String asWritten(String text, MessageKind.Version version) {
    if (version.isWritten()) {
      return text;
    }
    Document document = parsed(text);
    String namespace = version.kind().version().namespace();
    for (Element element : elements(document)) {
      document.renameNode(element, namespace, element.getLocalName());
    }
    for (Element element : elements(document)) {
      choose(document, element, namespace);
      gather(document, element, namespace);
    }
    return text(document.getDocumentElement());
  }

  /** The text of the document that stands in an envelope, beside an application header. */
  static String withoutEnvelope(String text, String namespace) {
    NodeList found = parsed(text).getElementsByTagNameNS(namespace, "Document");
    return text((Element) found.item(0));
  }

  private static void choose(Document document, Element element, String namespace) {
    String parent = element.getParentNode().getLocalName();
    boolean isStatus = "Sts".equals(element.getLocalName()) && "Ntry".equals(parent);
    boolean isParty = PARTIES.contains(element.getLocalName()) && "RltdPties".equals(parent);
    if (isStatus && children(element).isEmpty()) {
      wrap(document, element, namespace, "Cd");
    } else if (isParty && children(element).stream().noneMatch(MessageVersions::isChosen)) {
      wrap(document, element, namespace, "Pty");
    }
  }

  // Version 02 tells each charge by itself; later ones tell all of them in one list of records.
  private static void gather(Document document, Element element, String namespace) {
    List<Element> told = children(element);
    if (!"Chrgs".equals(element.getLocalName())
        || told.stream().noneMatch(child -> "Amt".equals(child.getLocalName()))) {
      return;
    }
    Element record = document.createElementNS(namespace, "Rcrd");
    told.stream()
        .filter(child -> CHARGE.contains(child.getLocalName()))
        .forEach(record::appendChild);
    Element list =
        children((Element) element.getParentNode()).stream()
            .filter(child -> "Chrgs".equals(child.getLocalName()))
            .findFirst()
            .orElse(element);
    list.appendChild(record);
    if (list != element) {
      element.getParentNode().removeChild(element);
    }
  }

  private static boolean isChosen(Element child) {
    return Set.of("Pty", "Agt").contains(child.getLocalName());
  }

  private static void wrap(Document document, Element element, String namespace, String name) {
    Element inner = document.createElementNS(namespace, name);
    while (element.getFirstChild() != null) {
      inner.appendChild(element.getFirstChild());
    }
    element.appendChild(inner);
  }

  private static List<Element> children(Element element) {
    List<Element> children = new ArrayList<>();
    for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element child) {
        children.add(child);
      }
    }
    return children;
  }

  // Copied, for the list of the document changes under whoever renames.
  private static List<Element> elements(Document document) {
    NodeList found = document.getElementsByTagNameNS("*", "*");
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      elements.add((Element) found.item(i));
    }
    return elements;
  }

  // The text was looked through before: it is well-formed, and has no document type.
  private static Document parsed(String text) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      return factory.newDocumentBuilder().parse(new InputSource(new StringReader(text)));
    } catch (ParserConfigurationException | SAXException | IOException e) {
      throw new IllegalStateException("a text that was read once is read again", e);
    }
  }

  private static String text(Element element) {
    try {
      TransformerFactory factory = TransformerFactory.newDefaultInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      Transformer writer = factory.newTransformer();
      writer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
      StringWriter text = new StringWriter();
      writer.transform(new DOMSource(element), new StreamResult(text));
      return text.toString();
    } catch (TransformerException e) {
      throw new IllegalStateException("what was read can be written", e);
    }
  }
}
