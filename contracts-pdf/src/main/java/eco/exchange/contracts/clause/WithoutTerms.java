package eco.exchange.contracts.clause;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/** Keeps the sharing terms out of the file of the deal, since they are a file of their own. */
@JsonIgnoreProperties("terms")
interface WithoutTerms {}
