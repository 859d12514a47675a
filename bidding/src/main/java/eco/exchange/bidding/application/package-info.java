/**
 * Applications to bid: from the papers of a party to its paddle.
 *
 * <p>{@link eco.exchange.bidding.application.Applications} is the door. {@code ApplicationRules}
 * holds every reason against an act; {@link eco.exchange.bidding.application.PartyCheck} asks the
 * ban list and the {@link eco.exchange.bidding.application.PartyRegister}, and {@code Conflicts}
 * compares what parties have declared. Who is qualified and has paid the deposit gets a random
 * paddle, so that no public payload names a bidder before the result; whoever takes the bids of the
 * lot is told through {@link eco.exchange.bidding.application.AdmissionListener}.
 */
@NullMarked
package eco.exchange.bidding.application;

import org.jspecify.annotations.NullMarked;
