package eco.exchange.settlement.iso;

import static eco.exchange.settlement.bank.BankRefusal.DOCTYPE_FORBIDDEN;
import static eco.exchange.settlement.bank.BankRefusal.ENCODING_UNFIT;
import static eco.exchange.settlement.bank.BankRefusal.NOT_BY_SCHEMA;
import static eco.exchange.settlement.bank.BankRefusal.NOT_WELL_FORMED;
import static eco.exchange.settlement.bank.BankRefusal.TOO_LARGE;
import static eco.exchange.settlement.bank.BankRefusal.UNKNOWN_MESSAGE;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.XMLReader;
import org.xml.sax.ext.DefaultHandler2;

/**
 * A message as text: well-formed to its end, without a document type, and of a version that is
 * read.
 *
 * @param version what it is, by its namespace
 * @param text all of it, without the envelope that it may have come in
 */
record MessageText(MessageKind.Version version, String text) {

  /** The language in which the JDK words faults of XML; its root is English on every machine. */
  static final String LOCALE = "http://apache.org/xml/properties/locale";

  private static final String LEXICAL = "http://xml.org/sax/properties/lexical-handler";
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  /** No schema nests as deep; only what it leaves open could. */
  private static final int DEPTH_MAX = 100;

  /**
   * Looks a message through.
   *
   * @param bytesMax how long it may be
   * @throws UnfitMessageException if it is longer, or is no such text
   */
  static MessageText of(byte[] bytes, int bytesMax) {
    if (bytes.length > bytesMax) {
      throw new UnfitMessageException(
          TOO_LARGE, "%d bytes; at most %d are read".formatted(bytes.length, bytesMax));
    }
    return looked(decoded(bytes));
  }

  /** The text as it would be in the version that is written. */
  String asWritten() {
    return MessageVersions.asWritten(text, version);
  }

  private static String decoded(byte[] bytes) {
    MessageEncoding encoding = MessageEncoding.of(bytes);
    try {
      CharBuffer text = encoding.charset().newDecoder().decode(ByteBuffer.wrap(bytes));
      return text.toString().startsWith(BYTE_ORDER_MARK)
          ? text.subSequence(1, text.length()).toString()
          : text.toString();
    } catch (CharacterCodingException e) {
      throw new UnfitMessageException(ENCODING_UNFIT, "some bytes are not " + encoding.name());
    }
  }

  private static MessageText looked(String text) {
    Root root = new Root();
    try {
      XMLReader reader = reader();
      reader.setContentHandler(root);
      reader.setErrorHandler(root);
      reader.setProperty(LEXICAL, root);
      reader.setProperty(LOCALE, Locale.ROOT);
      reader.parse(new InputSource(new StringReader(text)));
    } catch (SAXParseException e) {
      throw new UnfitMessageException(
          NOT_WELL_FORMED, "line %d: %s".formatted(e.getLineNumber(), e.getMessage()));
    } catch (SAXException e) {
      throw new UnfitMessageException(NOT_WELL_FORMED, String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw new UncheckedIOException("a text is read without a fault", e);
    }
    if (root.documents.size() != 1) {
      String detail = "%s with %d messages that are known";
      throw new UnfitMessageException(
          UNKNOWN_MESSAGE, detail.formatted(root.name, root.documents.size()));
    }
    MessageKind.Version version = root.documents.getFirst();
    return new MessageText(
        version,
        root.isDocument ? text : MessageVersions.withoutEnvelope(text, version.namespace()));
  }

  // The parser of the JDK itself, whatever else may lie on the class path.
  private static XMLReader reader() throws SAXException {
    try {
      SAXParserFactory factory = SAXParserFactory.newDefaultNSInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
      factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
      return factory.newSAXParser().getXMLReader();
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("every Java has this parser", e);
    }
  }

  /** Notes the messages, and stops at a document type before anything of it is read. */
  private static final class Root extends DefaultHandler2 {

    private final List<MessageKind.Version> documents = new ArrayList<>();
    private String name = "";
    private boolean isDocument;
    private int depth;

    @Override
    public void startDTD(String root, @Nullable String publicId, @Nullable String systemId) {
      throw new UnfitMessageException(DOCTYPE_FORBIDDEN, "a document type of " + root);
    }

    @Override
    public void startElement(String uri, String localName, String qName, Attributes attributes) {
      depth++;
      if (depth > DEPTH_MAX) {
        throw new UnfitMessageException(NOT_BY_SCHEMA, "nested deeper than " + DEPTH_MAX);
      }
      boolean isRoot = name.isEmpty();
      boolean isOne = localName.equals("Document");
      Optional<MessageKind.Version> version = isOne ? MessageKind.version(uri) : Optional.empty();
      if (isRoot) {
        name = "%s in %s".formatted(localName, uri);
        isDocument = version.isPresent();
      }
      version.ifPresent(documents::add);
    }

    @Override
    public void endElement(String uri, String localName, String qName) {
      depth--;
    }
  }
}
