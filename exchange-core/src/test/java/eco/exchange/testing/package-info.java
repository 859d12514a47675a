/**
 * What the tests of every module share: a real PostgreSQL, and random numbers that can be repeated.
 */
@NullMarked
package eco.exchange.testing;

import org.jspecify.annotations.NullMarked;
