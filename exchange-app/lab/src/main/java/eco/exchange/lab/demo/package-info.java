/**
 * The demonstration: two published trades walked through a running exchange, and told on the
 * console.
 */
@NullMarked
package eco.exchange.lab.demo;

import org.jspecify.annotations.NullMarked;
