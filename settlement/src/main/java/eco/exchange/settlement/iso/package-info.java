/**
 * The messages of ISO 20022 between exchange and bank: read with suspicion, written by the schema.
 *
 * <p>Nobody else knows the library that turns them into objects. Whatever comes in is bounded,
 * holds no document type, has a namespace that is known, and is valid by the published schema,
 * before a single value of it is looked at.
 */
@NullMarked
package eco.exchange.settlement.iso;

import org.jspecify.annotations.NullMarked;
