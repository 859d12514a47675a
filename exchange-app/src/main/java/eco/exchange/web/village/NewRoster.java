package eco.exchange.web.village;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import eco.exchange.identity.secret.MaskedName;
import eco.exchange.identity.secret.PersonVault;
import eco.exchange.identity.secret.PersonVault.Person;
import eco.exchange.market.CitizenNumber;
import eco.exchange.market.ContractId;
import eco.exchange.settlement.person.AccountSeal;
import eco.exchange.settlement.person.SealedAccount;
import eco.exchange.settlement.person.SealedPerson;
import eco.exchange.settlement.roster.FileRoster;
import eco.exchange.settlement.roster.RosterMember;
import eco.exchange.sharing.Taker.Roster.Rule;
import eco.exchange.web.problem.Problems;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The body of a roster as its collective files it. Here alone persons stand in clear; they are
 * sealed before anything else happens.
 */
record NewRoster(
    Rule rule,
    LocalDate recordDate,
    @Size(max = 200) String resolution,
    @Size(min = 1, max = FileRoster.MEMBERS_MAX) List<@Valid NewMember> members) {

  /** A line of the roster. */
  record NewMember(
      @Size(max = 12) String number,
      @Size(max = 12) String household,
      Optional<@Min(0) @Max(1_000_000_000) Long> shares,
      @Pattern(regexp = "[\\p{L}·. -]{1,50}") String name,
      @Size(max = 18) String citizenNumber,
      Optional<@Valid NewAccount> account) {

    @Override
    public String toString() {
      return "NewMember[" + number + "]";
    }
  }

  @Override
  public String toString() {
    return "NewRoster[" + recordDate + "]";
  }

  /** The list for which a person is sealed: no other roster can be compared with it. */
  static String list(ContractId contract, String payee) {
    return contract.number() + "/" + payee;
  }

  FileRoster sealed(
      ContractId contract, String payee, PersonVault vault, AccountSeal seal, LocalDate today) {
    String list = list(contract, payee);
    Map<String, Set<String>> households =
        members.stream()
            .collect(groupingBy(NewMember::household, mapping(NewMember::name, toSet())));
    List<RosterMember> sealed = new ArrayList<>();
    List<SealedAccount> accounts = new ArrayList<>();
    for (NewMember member : members) {
      String field = "members[%d].".formatted(sealed.size());
      RosterMember known = sealed(member, citizen(member, field, today), list, vault);
      Set<String> household = households.getOrDefault(member.household(), Set.of());
      sealed.add(known);
      member
          .account()
          .map(told -> told.account(field + "account.", member.name(), household))
          .map(account -> seal.seal(account, list, known.sealed().blindIndex()))
          .ifPresent(accounts::add);
    }
    return new FileRoster(contract, payee, rule, recordDate, resolution, sealed, accounts);
  }

  private static CitizenNumber citizen(NewMember member, String field, LocalDate today) {
    return CitizenNumber.of(member.citizenNumber(), today)
        .orElseThrow(
            () -> Problems.unfit(field + "citizenNumber", "must be a citizen number that checks"));
  }

  private static RosterMember sealed(
      NewMember member, CitizenNumber number, String list, PersonVault vault) {
    String index = vault.index(number, list);
    return new RosterMember(
        member.number(),
        member.household(),
        member.shares().orElse(0L),
        MaskedName.of(member.name()),
        new SealedPerson(
            vault.seal(new Person(member.name(), number), list),
            index,
            PersonVault.hash(vault.code(index))));
  }
}
