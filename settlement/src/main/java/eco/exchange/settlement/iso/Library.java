package eco.exchange.settlement.iso;

import com.prowidesoftware.swift.model.mx.AbstractMX;
import com.prowidesoftware.swift.model.mx.MinimumEscapeHandler;
import com.prowidesoftware.swift.model.mx.MxReadConfiguration;
import com.prowidesoftware.swift.model.mx.MxWriteConfiguration;
import java.nio.charset.StandardCharsets;

/** How the library is asked to read and to write. */
final class Library {

  private Library() {}

  static MxReadConfiguration reading() {
    MxReadConfiguration reading = new MxReadConfiguration();
    reading.adapters = Times.adapters();
    return reading;
  }

  static byte[] bytes(AbstractMX message) {
    MxWriteConfiguration writing = new MxWriteConfiguration();
    writing.adapters = Times.adapters();
    writing.includeXMLDeclaration = true;
    writing.documentPrefix = null;
    writing.escapeHandler = new MinimumEscapeHandler();
    return message.message(writing).getBytes(StandardCharsets.UTF_8);
  }
}
