package eco.exchange.flow;

import static org.assertj.core.api.Assertions.assertThat;

import eco.exchange.workflow.Procedure;
import eco.exchange.workflow.ServiceTasks;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The models and the code agree: what a model names, the flow knows, and the picture shows. */
@QuarkusTest
class ModelsTest {

  private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
  private static final String DI = "http://www.omg.org/spec/BPMN/20100524/DI";
  private static final String FLOWABLE = "http://flowable.org/bpmn";
  private static final String EXCHANGE = "urn:eco-exchange:bpmn";

  @Inject ServiceTasks steps;

  @Test
  void every_service_task_is_a_step_and_every_step_a_service_task() {
    Set<String> named = new TreeSet<>();
    for (Procedure procedure : Procedure.values()) {
      for (Element task : all(model(procedure), BPMN, "serviceTask")) {
        named.add(task.getAttribute("id"));
        assertThat(task.getAttributeNS(FLOWABLE, "delegateExpression"))
            .isEqualTo("${%s}", task.getAttribute("id"));
      }
    }
    assertThat(named).isEqualTo(new TreeSet<>(steps.byName().keySet()));
  }

  @ParameterizedTest
  @EnumSource(Procedure.class)
  void every_outcome_of_a_task_with_a_choice_leads_somewhere(Procedure procedure) {
    Document model = model(procedure);
    String conditions =
        String.join(
            "\n",
            all(model, BPMN, "conditionExpression").stream().map(Element::getTextContent).toList());
    for (Element task : all(model, BPMN, "userTask")) {
      List<Element> outcomes = all(task, FLOWABLE, "value");
      assertThat(outcomes).as(task.getAttribute("id")).isNotEmpty();
      if (outcomes.size() > 1 && !leadsToService(model, task)) {
        for (Element outcome : outcomes) {
          assertThat(conditions)
              .contains(
                  "${%sOutcome == '%s'}"
                      .formatted(task.getAttribute("id"), outcome.getAttribute("id")));
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Procedure.class)
  void four_eyes_name_who_submitted_or_who_decided_another_task(Procedure procedure) {
    Document model = model(procedure);
    Set<String> known = new HashSet<>(Set.of("submittedBy"));
    all(model, BPMN, "userTask").forEach(task -> known.add(task.getAttribute("id") + "By"));
    for (Element rule : all(model, EXCHANGE, "fourEyes")) {
      assertThat(known).contains(rule.getAttribute("except").split(" "));
    }
  }

  @ParameterizedTest
  @EnumSource(Procedure.class)
  void every_element_can_be_drawn(Procedure procedure) {
    Document model = model(procedure);
    Set<String> drawn = new HashSet<>();
    all(model, DI, "BPMNShape").forEach(shape -> drawn.add(shape.getAttribute("bpmnElement")));
    all(model, DI, "BPMNEdge").forEach(edge -> drawn.add(edge.getAttribute("bpmnElement")));
    Element process = all(model, BPMN, "process").getFirst();
    List<String> elements = new ArrayList<>();
    NodeList children = process.getChildNodes();
    for (int i = 0; i < children.getLength(); i++) {
      if (children.item(i) instanceof Element element && element.hasAttribute("id")) {
        elements.add(element.getAttribute("id"));
      }
    }
    assertThat(drawn).containsExactlyInAnyOrderElementsOf(elements);
  }

  // By itself, or once another person has confirmed what was chosen.
  private static boolean leadsToService(Document model, Element task) {
    List<String> next =
        all(model, BPMN, "serviceTask").stream().map(one -> one.getAttribute("id")).toList();
    return all(model, BPMN, "sequenceFlow").stream()
        .filter(flow -> flow.getAttribute("sourceRef").equals(task.getAttribute("id")))
        .map(flow -> flow.getAttribute("targetRef"))
        .allMatch(target -> next.contains(target) || isConfirmation(model, task, target));
  }

  private static boolean isConfirmation(Document model, Element task, String target) {
    String decider = task.getAttribute("id") + "By";
    return all(model, BPMN, "userTask").stream()
        .filter(one -> one.getAttribute("id").equals(target))
        .flatMap(one -> all(one, EXCHANGE, "fourEyes").stream())
        .anyMatch(rule -> List.of(rule.getAttribute("except").split(" ")).contains(decider));
  }

  private static Document model(Procedure procedure) {
    String file = "/processes/" + procedure.id() + ".bpmn20.xml";
    try (InputStream xml = ModelsTest.class.getResourceAsStream(file)) {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      return factory.newDocumentBuilder().parse(Objects.requireNonNull(xml, file));
    } catch (Exception e) {
      throw new AssertionError(file, e);
    }
  }

  private static List<Element> all(Document in, String namespace, String name) {
    return all(in.getDocumentElement(), namespace, name);
  }

  private static List<Element> all(Element in, String namespace, String name) {
    NodeList found = in.getElementsByTagNameNS(namespace, name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      elements.add((Element) found.item(i));
    }
    return elements;
  }
}
