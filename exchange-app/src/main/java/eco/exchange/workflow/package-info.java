/**
 * Procedures in which a person decides or a legal clock runs: their tasks, decisions and records.
 *
 * <p>{@link eco.exchange.workflow.Workflow} begins and ends procedures, lists the tasks that wait
 * and takes decisions. A service task of a model is a {@link eco.exchange.workflow.ServiceTask},
 * which calls one door. The tables of the modules are the truth; a procedure is only the list of
 * who must act next.
 */
@NullMarked
package eco.exchange.workflow;

import org.jspecify.annotations.NullMarked;
