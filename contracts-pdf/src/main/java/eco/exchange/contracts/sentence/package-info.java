/**
 * The sentences of contracts in Chinese and English.
 *
 * <p>They stand in {@code clauses/sentences_zh.properties} and {@code sentences_en.properties}
 * under the same keys and with the same places for facts; whoever asks for a sentence gives the
 * facts, and the language words them.
 */
@NullMarked
package eco.exchange.contracts.sentence;

import org.jspecify.annotations.NullMarked;
