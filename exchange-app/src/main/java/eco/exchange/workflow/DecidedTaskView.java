package eco.exchange.workflow;

import eco.exchange.market.AccountId;

/**
 * A task that somebody has decided.
 *
 * @param task the id of the task
 * @param act its id in the model
 * @param name the same in words
 * @param key what the procedure is about
 * @param outcome what was decided
 * @param opinion why
 * @param by who decided
 */
public record DecidedTaskView(
    String task,
    String act,
    String name,
    String key,
    String outcome,
    String opinion,
    AccountId by) {}
