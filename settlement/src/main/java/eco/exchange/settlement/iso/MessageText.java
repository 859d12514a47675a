package eco.exchange.settlement.iso;

import static eco.exchange.settlement.bank.BankRefusal.DOCTYPE_FORBIDDEN;
import static eco.exchange.settlement.bank.BankRefusal.NOT_UTF8;
import static eco.exchange.settlement.bank.BankRefusal.NOT_WELL_FORMED;
import static eco.exchange.settlement.bank.BankRefusal.TOO_LARGE;
import static eco.exchange.settlement.bank.BankRefusal.UNKNOWN_MESSAGE;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
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
 * A message as text: well-formed to its end, without a document type, and of a kind that is known.
 *
 * @param kind what it is, by its namespace
 * @param text all of it
 */
record MessageText(MessageKind kind, String text) {

  /** The language in which the JDK words faults of XML; its root is English on every machine. */
  static final String LOCALE = "http://apache.org/xml/properties/locale";

  private static final String LEXICAL = "http://xml.org/sax/properties/lexical-handler";
  private static final String BYTE_ORDER_MARK = "\uFEFF";

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
    String text = decoded(bytes);
    return new MessageText(kindOf(text), text);
  }

  private static String decoded(byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new UnfitMessageException(NOT_UTF8, "some bytes are not UTF-8");
    }
  }

  private static MessageKind kindOf(String text) {
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
    String namespace = String.valueOf(root.namespace);
    return MessageKind.of(namespace)
        .filter(kind -> "Document".equals(root.name))
        .orElseThrow(
            () ->
                new UnfitMessageException(
                    UNKNOWN_MESSAGE, "%s in %s".formatted(root.name, namespace)));
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

  /** Notes the root, and stops at a document type before anything of it is read. */
  private static final class Root extends DefaultHandler2 {

    private @Nullable String namespace;
    private @Nullable String name;

    @Override
    public void startDTD(String root, @Nullable String publicId, @Nullable String systemId) {
      throw new UnfitMessageException(DOCTYPE_FORBIDDEN, "a document type of " + root);
    }

    @Override
    public void startElement(String uri, String localName, String qName, Attributes attributes) {
      if (name == null) {
        namespace = uri;
        name = localName;
      }
    }
  }
}
