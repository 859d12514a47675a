/**
 * The people's work: the BPMN engine that keeps the to-do lists, and the adapters by which its
 * tasks call the doors of the modules.
 */
@NullMarked
package eco.exchange.workflow;

import org.jspecify.annotations.NullMarked;
