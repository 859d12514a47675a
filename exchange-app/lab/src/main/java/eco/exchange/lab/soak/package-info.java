/**
 * Long runs with faults: an exchange under load is killed again and again, and afterwards every
 * answer that it gave is held against what it kept.
 */
@NullMarked
package eco.exchange.lab.soak;

import org.jspecify.annotations.NullMarked;
