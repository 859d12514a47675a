package eco.exchange.contracts.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eco.exchange.contracts.deal.MandatoryMatter;
import eco.exchange.contracts.deal.Matter;
import eco.exchange.contracts.deal.PaperJson;
import eco.exchange.contracts.template.Template.Purpose;
import eco.exchange.market.OwnershipClass;
import eco.exchange.market.RightKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A contract is worded by a template that others than its author have reviewed and approved. */
class TemplatesTest {

  private static final Path GOLDEN = Path.of("src/test/resources/golden");
  private static final Instant NOW = Instant.parse("2026-11-20T03:04:05Z");

  static Stream<Template> templates() {
    return Templates.published().all().stream();
  }

  @ParameterizedTest
  @MethodSource("templates")
  void the_words_in_force_are_the_words_that_were_approved(Template template) throws IOException {
    String name = template.name().replaceAll("/.*", "") + ".txt";
    String sample = template.occasion() == Purpose.AMENDMENT ? name : "contract-" + name;
    assertThat(template.words())
        .as("%s words %s otherwise than approved: enter a new template", sample, template.name())
        .isEqualTo(PaperJson.sha256(Files.readString(GOLDEN.resolve(sample))));
  }

  @Test
  void every_kind_of_right_of_every_owner_has_its_template() {
    for (RightKind kind : RightKind.values()) {
      for (OwnershipClass owner : OwnershipClass.values()) {
        for (Purpose purpose : Purpose.values()) {
          Template template = Templates.published().of(kind, owner, purpose, NOW);
          assertThat(template.words(kind, owner, purpose)).isTrue();
        }
      }
    }
    assertThatThrownBy(
            () ->
                Templates.published()
                    .of(
                        RightKind.CARBON_SINK,
                        OwnershipClass.STATE,
                        Purpose.PAID_AT_ONCE,
                        Instant.EPOCH))
        .hasMessageContaining("no template");
  }

  static Stream<Template> templatesOfContracts() {
    return templates().filter(template -> template.occasion() != Purpose.AMENDMENT);
  }

  @ParameterizedTest
  @MethodSource("templatesOfContracts")
  void a_template_without_a_clause_that_the_law_demands_is_refused_by_name(Template template) {
    for (Matter left : Matter.values()) {
      List<Matter> matters = new ArrayList<>(template.matters());
      matters.remove(left);
      List<MandatoryMatter> missing =
          template.kinds().stream()
              .flatMap(
                  kind -> MandatoryMatter.missing(kind, template.ownership(), matters).stream())
              .distinct()
              .toList();
      if (missing.isEmpty()) {
        assertThat(template.kinds()).containsExactly(RightKind.CARBON_SINK);
        assertThat(left).isIn(Matter.EXPROPRIATION, Matter.HANDBACK);
      } else {
        assertThat(missing).extracting(MandatoryMatter::matter).containsExactly(left);
        assertThatThrownBy(() -> with(template, matters))
            .hasMessageContaining(missing.getFirst().name());
      }
    }
  }

  @Test
  void nobody_reviews_or_approves_what_he_wrote_and_nothing_is_in_force_before() {
    Template.Hand author = new Template.Hand("甲", LocalDate.of(2026, 1, 1));
    Template.Hand lawyer = new Template.Hand("乙", LocalDate.of(2026, 1, 2));
    Template.Hand head = new Template.Hand("丙", LocalDate.of(2026, 1, 3));

    assertThat(by(author, lawyer, head, 4).name()).isEqualTo("carbon-state/2");
    assertThatThrownBy(() -> by(author, author, head, 4)).hasMessageContaining("reviewed");
    assertThatThrownBy(() -> by(author, lawyer, lawyer, 4)).hasMessageContaining("reviewed");
    assertThatThrownBy(() -> by(author, lawyer, head, 2)).hasMessageContaining("approved");
    assertThatThrownBy(() -> by(head, lawyer, author, 4)).hasMessageContaining("approved");
  }

  @Test
  void a_later_template_takes_over_on_its_day_and_not_before() {
    Template first = templates().findFirst().orElseThrow();
    Template.Hand hand = new Template.Hand("甲", LocalDate.of(2026, 1, 1));
    Template.Hand other = new Template.Hand("乙", LocalDate.of(2026, 1, 1));
    Template second = by(hand, other, hand, 4);
    Templates both = new Templates(List.of(second, first));

    // Midnight in Beijing is sixteen o'clock of the day before in Greenwich.
    Instant change = Instant.parse("2026-01-03T16:00:00Z");
    assertThat(named(both, change)).isEqualTo(second.name());
    assertThat(named(both, change.minusMillis(1))).isEqualTo(first.name());
  }

  private static String named(Templates templates, Instant at) {
    return templates
        .of(RightKind.CARBON_SINK, OwnershipClass.STATE, Purpose.PAID_AT_ONCE, at)
        .name();
  }

  private static Template by(
      Template.Hand drafted, Template.Hand reviewed, Template.Hand approved, int sinceDay) {
    return new Template(
        "carbon-state/2",
        Set.of(RightKind.CARBON_SINK),
        OwnershipClass.STATE,
        LocalDate.of(2026, 1, sinceDay),
        drafted,
        reviewed,
        approved,
        "",
        List.of(Matter.values()),
        Purpose.PAID_AT_ONCE);
  }

  private static Template with(Template template, List<Matter> matters) {
    return new Template(
        template.name(),
        template.kinds(),
        template.ownership(),
        template.since(),
        template.drafted(),
        template.reviewed(),
        template.approved(),
        template.words(),
        matters,
        template.occasion());
  }
}
