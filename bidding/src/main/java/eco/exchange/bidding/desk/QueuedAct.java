package eco.exchange.bidding.desk;

import eco.exchange.bidding.auction.BidAnswer;
import eco.exchange.bidding.lot.ActBatch.Arrival;
import io.smallrye.mutiny.subscription.UniEmitter;

/**
 * An act that waits in the queue of a lot, and where its answer goes.
 *
 * @param arrival the act, as it was taken
 * @param answer takes the answer
 */
record QueuedAct(Arrival arrival, UniEmitter<? super BidAnswer> answer) {}
