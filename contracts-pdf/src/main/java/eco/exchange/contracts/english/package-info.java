/** What a contract says in English, from the same deal and terms, for who cannot read Chinese. */
@NullMarked
package eco.exchange.contracts.english;

import org.jspecify.annotations.NullMarked;
