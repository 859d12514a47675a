/**
 * The BPMN engine: its start on a schema of its own, the deployment of the models, and the service
 * tasks as the engine finds them by name.
 */
@NullMarked
package eco.exchange.workflow.engine;

import org.jspecify.annotations.NullMarked;
