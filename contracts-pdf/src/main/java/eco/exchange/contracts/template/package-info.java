/**
 * Templates of contracts: which matters are regulated for which right and owner, since when, and
 * who wrote, reviewed and approved them.
 *
 * <p>They are data in {@code clauses/templates.json}; the words of each are pinned by the hash of a
 * sample contract.
 */
@NullMarked
package eco.exchange.contracts.template;

import org.jspecify.annotations.NullMarked;
