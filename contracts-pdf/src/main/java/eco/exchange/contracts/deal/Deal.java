package eco.exchange.contracts.deal;

import com.fasterxml.jackson.annotation.JsonInclude;
import eco.exchange.market.ContractId;
import eco.exchange.market.NamedParty;
import eco.exchange.market.OwnershipClass;
import eco.exchange.market.PaymentPlan;
import eco.exchange.market.RightKind;
import eco.exchange.method.Offer;
import eco.exchange.method.TradeMethod;
import eco.exchange.money.Money;
import eco.exchange.sharing.Income;
import eco.exchange.sharing.SharingTerms;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The contents of a contract as data: every clause is generated from them, and they are attached to
 * the paper.
 *
 * @param contract the number of the contract
 * @param transferor who sells the right
 * @param transferee who has won it
 * @param subject what is sold
 * @param appraisal what it was valued at
 * @param sale how, when and for how much it was sold
 * @param terms how the price and each year's revenue are shared
 * @param note what must stand on the paper for all to see, for example that the ratios of a
 *     demonstration are illustrative
 * @param amends what makes it an amendment of a contract; empty for a contract itself
 */
public record Deal(
    ContractId contract,
    Signatory transferor,
    Signatory transferee,
    Subject subject,
    Appraisal appraisal,
    Sale sale,
    SharingTerms terms,
    Optional<String> note,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<AmendmentLink> amends) {

  /** A deal that amends nothing. */
  public Deal(
      ContractId contract,
      Signatory transferor,
      Signatory transferee,
      Subject subject,
      Appraisal appraisal,
      Sale sale,
      SharingTerms terms,
      Optional<String> note) {
    this(contract, transferor, transferee, subject, appraisal, sale, terms, note, Optional.empty());
  }

  /** For how many years revenue is shared: none of a right that is bought once and for all. */
  public int revenueYears() {
    return terms.shares(Income.REVENUE) ? subject.termYears() : 0;
  }

  /** The contract that was first concluded: this one, or the one that it amends. */
  public ContractId original() {
    return amends.map(AmendmentLink::original).orElse(contract);
  }

  /**
   * This deal as an amendment changes it: parties, subject and price stay as they are.
   *
   * @param number the number of the amendment
   * @param ownHash the hash of this deal, {@code DealJson.hash}
   * @param next the sharing terms from then on
   * @param from the first day of the first year whose incomes are shared by them
   */
  public Deal amended(
      ContractId number,
      String ownHash,
      SharingTerms next,
      LocalDate from,
      String reason,
      Optional<AmendmentLink.OwnersDecision> decision) {
    AmendmentLink link =
        new AmendmentLink(original(), contract, terms, ownHash, from, reason, decision);
    return new Deal(
        number, transferor, transferee, subject, appraisal, sale, next, note, Optional.of(link));
  }

  /**
   * A party that signs.
   *
   * @param party the party and its full name as registered
   * @param code the credit code of a body, or the masked citizen number of a person
   * @param address where the party resides; if empty, the paper refers to the registered address
   */
  public record Signatory(NamedParty party, String code, Optional<String> address) {}

  /**
   * What is sold.
   *
   * @param product the name in the catalogue
   * @param kind the kind of right
   * @param quantity how much of it, in units
   * @param unit the unit: tCO2e, mu or m2
   * @param region the six-digit code of the county
   * @param watershed the small watershed
   * @param location where it lies, with its boundary
   * @param areaHm2 its area in hectares
   * @param ownership whose property it is
   * @param title the number of the title certificate or survey
   * @param rightGranted the right in words
   * @param termYears for how many years; nought only for a carbon sink, handed over at once
   * @param use what the transferee may use it for
   */
  public record Subject(
      String product,
      RightKind kind,
      BigDecimal quantity,
      String unit,
      String region,
      String watershed,
      String location,
      BigDecimal areaHm2,
      OwnershipClass ownership,
      String title,
      String rightGranted,
      int termYears,
      String use) {}

  /**
   * What the subject was valued at by a third party.
   *
   * @param value the value
   * @param report the number of the report
   */
  public record Appraisal(Money value, String report) {}

  /**
   * How, when and for how much the subject was sold.
   *
   * @param method how
   * @param ruleEdition the edition of the rules under which it was published
   * @param reserve the lowest first price
   * @param price the price of the award
   * @param yearly what the winner has bid of each year's revenue, where that was bid; the terms
   *     already pay it
   * @param deposit the winner's deposit, a part of the price
   * @param disclosedAt when the notice was first public
   * @param disclosureEndedAt when the notice ended
   * @param awardedAt when the winner was found
   * @param decisions the documents by which the sale was decided and, where needed, approved
   * @param plan how the price is paid in instalments; empty if it is paid at once
   */
  public record Sale(
      TradeMethod method,
      String ruleEdition,
      Money reserve,
      Money price,
      Optional<Offer.Yearly> yearly,
      Money deposit,
      Instant disclosedAt,
      Instant disclosureEndedAt,
      Instant awardedAt,
      List<String> decisions,
      @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<PaymentPlan> plan) {

    /** Copies the documents. */
    public Sale {
      decisions = List.copyOf(decisions);
    }

    /** A sale whose price is paid at once. */
    public Sale(
        TradeMethod method,
        String ruleEdition,
        Money reserve,
        Money price,
        Optional<Offer.Yearly> yearly,
        Money deposit,
        Instant disclosedAt,
        Instant disclosureEndedAt,
        Instant awardedAt,
        List<String> decisions) {
      this(
          method,
          ruleEdition,
          reserve,
          price,
          yearly,
          deposit,
          disclosedAt,
          disclosureEndedAt,
          awardedAt,
          decisions,
          Optional.empty());
    }
  }
}
