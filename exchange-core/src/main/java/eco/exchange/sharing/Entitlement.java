package eco.exchange.sharing;

import eco.exchange.money.Rational;

/**
 * The part that one step gives to one payee, exactly, before anything is rounded.
 *
 * @param payee the key of the payee
 * @param step the step that gives it
 * @param base the amount in fen of which a part was taken: the whole of the waterfall or group
 * @param exact the amount in fen, with every fraction
 */
public record Entitlement(String payee, Step step, Rational base, Rational exact) {

  /** The same for another payee. */
  Entitlement to(String another) {
    return new Entitlement(another, step, base, exact);
  }
}
