/** Villages over HTTP: rosters, objections, what a village and each member has got, and why. */
@NullMarked
package eco.exchange.web.village;

import org.jspecify.annotations.NullMarked;
