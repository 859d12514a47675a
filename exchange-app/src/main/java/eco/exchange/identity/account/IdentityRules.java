package eco.exchange.identity.account;

import eco.exchange.answer.Reason;
import eco.exchange.answer.Refusal;
import eco.exchange.identity.secret.Passwords;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The rules that must hold before a party or an account is taken in. */
final class IdentityRules {

  private static final int NAME_LENGTH_MAX = 200;
  private static final Pattern LOGIN = Pattern.compile("[a-z0-9][a-z0-9._@-]{2,63}");

  private IdentityRules() {}

  /** Every fault of a party that wants to be registered. */
  static List<Refusal> faults(RegisterParty party, LocalDate today) {
    List<Refusal> faults = new ArrayList<>();
    if (!isName(party.name())) {
      faults.add(refusal(IdentityRefusal.NAME_INVALID, "A name has 1 to 200 characters."));
    }
    if (PartyNumber.read(party.kind(), party.number(), today).isEmpty()) {
      faults.add(wrongNumber(party.kind()));
    }
    return faults;
  }

  /** Every fault of an account that is to be opened for a party of that kind. */
  static List<Refusal> faults(OpenAccount account, PartyKind kind) {
    List<Refusal> faults = new ArrayList<>();
    if (!LOGIN.matcher(account.login()).matches()) {
      faults.add(
          refusal(
              IdentityRefusal.LOGIN_INVALID,
              "A login is 3 to 64 characters of a-z, 0-9 and . _ @ -, the first a letter or digit."));
    }
    if (!Passwords.isStrong(account.password(), account.login())) {
      faults.add(
          refusal(
              IdentityRefusal.PASSWORD_WEAK,
              "A password has at least 10 characters, at most 72 bytes, and not the login in it."));
    }
    if (account.roles().isEmpty()) {
      faults.add(refusal(IdentityRefusal.ROLE_NOT_OPEN, "An account needs a role."));
    }
    closedRoles(account.roles(), kind)
        .forEach(
            role ->
                faults.add(
                    refusal(
                        IdentityRefusal.ROLE_NOT_OPEN,
                        "%s is not open to a party of kind %s.".formatted(role, kind))));
    return faults;
  }

  private static Set<Role> closedRoles(Set<Role> roles, PartyKind kind) {
    return roles.stream().filter(role -> !role.isOpenTo(kind)).collect(Collectors.toSet());
  }

  private static boolean isName(String name) {
    return !name.isBlank()
        && name.equals(name.strip())
        && name.length() <= NAME_LENGTH_MAX
        && name.chars().noneMatch(Character::isISOControl);
  }

  private static Refusal wrongNumber(PartyKind kind) {
    return switch (kind) {
      case INDIVIDUAL ->
          refusal(
              IdentityRefusal.CITIZEN_NUMBER_INVALID,
              "The number is no citizen number: shape, day of birth or check.");
      case ENTERPRISE, COLLECTIVE, AUTHORITY ->
          refusal(
              IdentityRefusal.CREDIT_CODE_INVALID,
              "The number is no unified social credit code: shape or check.");
    };
  }

  static Refusal refusal(Reason reason, String detail) {
    return new Refusal(reason, detail);
  }
}
