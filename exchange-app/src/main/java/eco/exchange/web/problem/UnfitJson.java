package eco.exchange.web.problem;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonMappingException;

/** A value in a JSON body that does not fit; its message may be told to the caller. */
public final class UnfitJson extends JsonMappingException {

  private static final long serialVersionUID = 1L;

  /**
   * Refuses the value at which the parser stands.
   *
   * @param message what must hold, for example 'must be the code of a trade'
   */
  public UnfitJson(JsonParser parser, String message) {
    super(parser, message);
  }
}
