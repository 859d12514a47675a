package eco.exchange.contracts.english;

import eco.exchange.contracts.clause.Clause;
import eco.exchange.contracts.deal.Matter;

/** Worked examples, breach, disputes, signatures and annexes. */
final class EnglishClosing {

  private EnglishClosing() {}

  static Clause examples() {
    return Clause.about(Matter.EXAMPLES)
        .says(
            "The tables of this clause show how the price and three assumed years' revenues are"
                + " shared under clause %d, in yuan: payee (收款方), price (成交价款), first, second and"
                + " third year (第一年, 第二年, 第三年), total (合计); then the fractions of a fen that are"
                + " carried forward at the end of each year, and, where the terms ask for it, what is"
                + " assumed besides and what has been recovered. The revenues are assumed to show the"
                + " computation; they promise nothing.",
            Matter.SHARING.number())
        .done();
  }

  static Clause breach() {
    return Clause.about(Matter.BREACH)
        .says(
            "For each day by which a payment is late the transferee pays three ten-thousandths of"
                + " what is late, altogether not more than twenty per cent of it; that does not end"
                + " the duty to perform.")
        .says(
            "If the transferee conceals or understates a year's revenue, it makes up what was to be"
                + " shared and pays a penalty of twenty per cent of what was left out, which is"
                + " shared by the rules of this contract.")
        .says(
            "The transferor may end the contract if one of these is not mended within ninety days"
                + " after a demand: another use without leave; land left untended for two years on"
                + " end; serious damage to the land or its ecology; another serious breach.")
        .says(
            "If the transferor cannot hand the subject over, or a dispute on title makes"
                + " performance impossible, it returns the price received and pays damages.")
        .done();
  }

  static Clause disputes() {
    return Clause.about(Matter.DISPUTES)
        .says(
            "Disputes on this contract are settled by negotiation; failing that the exchange or the"
                + " township government may be asked to mediate.")
        .says(
            "Who will not negotiate or mediate, or does so in vain, sues in the people's court"
                + " competent where the subject lies; disputes on contracted rural land may also go"
                + " to the arbitration body for rural land contracts.")
        .done();
  }

  static Clause signatures() {
    return Clause.about(Matter.SIGNATURES)
        .says(
            "Both parties agree to conclude this contract by electronic signature. The data by which"
                + " a signature is made belong to the signer alone and are under its sole control,"
                + " and every later change of signature or content can be detected, as article 13 of"
                + " the Electronic Signature Law demands of a reliable signature; by article 14 it"
                + " has the force of a signature by hand or a seal.")
        .says(
            "This contract takes effect when both have signed and the exchange has sealed; where"
                + " approval is needed, when it is approved.")
        .says(
            "The electronic file is the original; where a print differs, the verified electronic"
                + " file prevails.")
        .done();
  }

  static Clause annexes() {
    return Clause.about(Matter.ANNEXES)
        .says(
            "Inside the sealed contract are terms.json (the sharing terms) and deal.json (the rest"
                + " of the deal), of the same force as its text.")
        .says("The fingerprint of terms.json stands in clause %d.", Matter.SHARING.number())
        .says(
            "The Chinese text is generated from these data by a template that was drafted, reviewed"
                + " and approved by the persons named there; anybody can verify offline that seal,"
                + " signatures, data and text agree, and compute every distribution again.")
        .says(
            "Reports and notices that the parties send electronically, and the exchange's records of"
                + " registration and distribution, tell origin, destination and time and stay"
                + " unaltered; they may serve as evidence.")
        .done();
  }
}
