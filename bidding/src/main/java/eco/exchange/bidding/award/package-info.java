/**
 * Awards: the approval of a winner by four eyes, the lapse of an award, and the runner-up.
 *
 * <p>{@link eco.exchange.bidding.award.Awards} is the door. An award begins with the closing of its
 * lot and is named by lot and attempt. {@code AwardDecisions} approves and refuses, {@code
 * AwardLapses} takes an award away and passes the lot on; {@link
 * eco.exchange.bidding.award.AwardDeadlines} counts the working days of publicity and signing, and
 * {@code WinnerCheck} asks whether a party may still sign.
 */
@NullMarked
package eco.exchange.bidding.award;

import org.jspecify.annotations.NullMarked;
