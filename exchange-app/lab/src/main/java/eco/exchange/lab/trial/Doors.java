package eco.exchange.lab.trial;

import io.quarkus.arc.Arc;

/**
 * The doors of the exchange that runs in this process.
 *
 * <p>The laboratory is not part of the built exchange, so nothing is injected into it.
 */
public final class Doors {

  private Doors() {}

  /** The door of a type. */
  public static <T> T of(Class<T> door) {
    return Arc.container().instance(door).get();
  }
}
