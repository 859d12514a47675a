package eco.exchange.settlement.iso;

import com.prowidesoftware.swift.model.mx.AbstractMX;
import com.prowidesoftware.swift.model.mx.JaxbContextCacheImpl;
import com.prowidesoftware.swift.model.mx.JaxbContextLoader;
import com.prowidesoftware.swift.model.mx.MinimumEscapeHandler;
import com.prowidesoftware.swift.model.mx.MxReadConfiguration;
import com.prowidesoftware.swift.model.mx.MxWriteConfiguration;
import java.nio.charset.StandardCharsets;

/** The settings with which the library reads and writes. */
final class MessageLibrary {

  // The library learns the form of a kind of message anew for each message, unless it is told to
  // keep it; what it keeps is one form a version.
  static {
    JaxbContextLoader.INSTANCE.setCacheImpl(new JaxbContextCacheImpl());
  }

  private MessageLibrary() {}

  static MxReadConfiguration reading() {
    MxReadConfiguration reading = new MxReadConfiguration();
    reading.adapters = MessageTimes.adapters();
    return reading;
  }

  static byte[] bytes(AbstractMX message) {
    MxWriteConfiguration writing = new MxWriteConfiguration();
    writing.adapters = MessageTimes.adapters();
    writing.includeXMLDeclaration = true;
    writing.documentPrefix = null;
    writing.escapeHandler = new MinimumEscapeHandler();
    return message.message(writing).getBytes(StandardCharsets.UTF_8);
  }
}
