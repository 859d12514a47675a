package eco.exchange.identity.account;

import static org.assertj.core.api.Assertions.assertThat;

import eco.exchange.answer.Refusal;
import eco.exchange.market.AccountId;
import eco.exchange.market.PartyId;
import java.lang.reflect.Field;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TakingInAPartyTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
  private static final PartyId PARTY = new PartyId(new UUID(1, 1));

  @Test
  void a_party_is_known_by_the_number_of_its_kind_and_the_number_must_check() {
    hears(
        """
        ENTERPRISE  91350100M000100Y43  -
        COLLECTIVE  91350100M000100Y43  -
        AUTHORITY   91350100M000100Y43  -
        ENTERPRISE  91350100M000100Y44  CREDIT_CODE_INVALID
        ENTERPRISE  91350100m000100y43  CREDIT_CODE_INVALID
        ENTERPRISE  11010519491231002X  CREDIT_CODE_INVALID
        INDIVIDUAL  11010519491231002X  -
        INDIVIDUAL  110105194912310021  CITIZEN_NUMBER_INVALID
        INDIVIDUAL  91350100M000100Y43  CITIZEN_NUMBER_INVALID
        """);
  }

  @Test
  void every_fault_is_told_at_once() {
    RegisterParty party = new RegisterParty(PARTY, PartyKind.ENTERPRISE, " ", "1");
    assertThat(codes(IdentityRules.faults(party, TODAY)))
        .containsExactly("NAME_INVALID", "CREDIT_CODE_INVALID");
    assertThat(codes(faults(PartyKind.AUTHORITY, "Ab", "short", Role.BIDDER)))
        .containsExactly("LOGIN_INVALID", "PASSWORD_WEAK", "ROLE_NOT_OPEN");
  }

  @Test
  void a_password_has_ten_characters_at_least_and_72_bytes_at_most_and_no_login_in_it() {
    assertThat(faults(PartyKind.ENTERPRISE, "anji", "123456789", Role.BIDDER)).hasSize(1);
    assertThat(faults(PartyKind.ENTERPRISE, "anji", "1234567890", Role.BIDDER)).isEmpty();
    assertThat(faults(PartyKind.ENTERPRISE, "anji", "x".repeat(72), Role.BIDDER)).isEmpty();
    assertThat(faults(PartyKind.ENTERPRISE, "anji", "x".repeat(73), Role.BIDDER)).hasSize(1);
    assertThat(faults(PartyKind.ENTERPRISE, "anji", "碳".repeat(25), Role.BIDDER)).hasSize(1);
    assertThat(faults(PartyKind.ENTERPRISE, "anji", "bamboo-ANJI-2026", Role.BIDDER)).hasSize(1);
  }

  @Test
  void an_office_is_held_for_an_authority_and_nobody_in_office_bids() {
    assertThat(holders(PartyKind.INDIVIDUAL)).containsExactly(Role.TRANSFEROR, Role.BIDDER);
    assertThat(holders(PartyKind.AUTHORITY))
        .contains(Role.OFFICER, Role.MANAGER, Role.SUPERVISOR, Role.ADMINISTRATOR)
        .doesNotContain(Role.BIDDER);
  }

  @Test
  void the_names_that_annotations_use_are_those_of_the_roles() {
    Set<Object> names =
        Arrays.stream(Roles.class.getFields())
            .map(TakingInAPartyTest::value)
            .collect(Collectors.toSet());
    assertThat(names)
        .isEqualTo(Arrays.stream(Role.values()).map(Role::name).collect(Collectors.toSet()));
  }

  private static Object value(Field field) {
    try {
      return field.get(null);
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }

  private static Set<Role> holders(PartyKind kind) {
    return EnumSet.allOf(Role.class).stream()
        .filter(role -> role.isOpenTo(kind))
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
  }

  /** Registers a table of parties: kind, number, and the code of the refusal or a dash. */
  private static void hears(String table) {
    table
        .lines()
        .map(row -> row.trim().split(" +"))
        .forEach(
            row -> {
              RegisterParty party =
                  new RegisterParty(PARTY, PartyKind.valueOf(row[0]), "彭阳县水务", row[1]);
              List<String> codes = codes(IdentityRules.faults(party, TODAY));
              assertThat(codes.isEmpty() ? "-" : String.join(",", codes))
                  .as(String.join(" ", row))
                  .isEqualTo(row[2]);
            });
  }

  private static List<Refusal> faults(
      PartyKind kind, String login, String password, Role... roles) {
    AccountId account = new AccountId(new UUID(2, 2));
    return IdentityRules.faults(
        new OpenAccount(account, PARTY, login, password, Set.of(roles)), kind);
  }

  private static List<String> codes(List<Refusal> refusals) {
    return refusals.stream().map(refusal -> refusal.reason().name()).toList();
  }
}
