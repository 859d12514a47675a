package eco.exchange.sharing;

/**
 * A party that is paid, and on what ground.
 *
 * @param key a short name, unique within the terms, by which the steps refer to the payee
 * @param name the full name as it is printed and paid
 * @param principle the ground of the payment
 */
public record Payee(String key, String name, Principle principle) {}
