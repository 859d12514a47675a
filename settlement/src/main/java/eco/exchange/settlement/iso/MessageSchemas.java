package eco.exchange.settlement.iso;

import static eco.exchange.settlement.bank.BankRefusal.NOT_BY_SCHEMA;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * The published schemas, unaltered as iso20022.org gives them out; each is read when first needed.
 */
final class MessageSchemas {

  private static final Map<MessageKind.Version, Schema> READ = new HashMap<>();

  private MessageSchemas() {}

  /**
   * Holds a message against its schema.
   *
   * @throws UnfitMessageException if it does not keep to it; the first fault is told
   */
  static void demandValid(MessageText message) {
    try {
      Validator validator = schema(message.version()).newValidator();
      validator.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
      validator.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
      validator.setProperty(MessageText.LOCALE, Locale.ROOT);
      validator.setErrorHandler(new FirstFault());
      validator.validate(new StreamSource(new StringReader(message.text())));
    } catch (SAXParseException fault) {
      String detail = "line %d: %s".formatted(fault.getLineNumber(), fault.getMessage());
      throw new UnfitMessageException(NOT_BY_SCHEMA, detail);
    } catch (SAXException fault) {
      throw new UnfitMessageException(NOT_BY_SCHEMA, String.valueOf(fault.getMessage()));
    } catch (IOException e) {
      throw new UncheckedIOException("a text is read without a fault", e);
    }
  }

  private static synchronized Schema schema(MessageKind.Version version) {
    return READ.computeIfAbsent(version, MessageSchemas::read);
  }

  private static Schema read(MessageKind.Version version) {
    String name = "/iso20022/" + version.code() + ".xsd";
    try (InputStream file = MessageSchemas.class.getResourceAsStream(name)) {
      SchemaFactory factory = SchemaFactory.newDefaultInstance();
      factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
      factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
      return factory.newSchema(new StreamSource(file));
    } catch (IOException | SAXException e) {
      throw new IllegalStateException("the schema comes with the exchange: " + name, e);
    }
  }

  private static final class FirstFault implements ErrorHandler {

    @Override
    public void warning(SAXParseException fault) throws SAXException {
      throw fault;
    }

    @Override
    public void error(SAXParseException fault) throws SAXException {
      throw fault;
    }

    @Override
    public void fatalError(SAXParseException fault) throws SAXException {
      throw fault;
    }
  }
}
