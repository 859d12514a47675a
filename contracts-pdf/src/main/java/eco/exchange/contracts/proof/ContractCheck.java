package eco.exchange.contracts.proof;

import eco.exchange.contracts.clause.Clauses;
import eco.exchange.contracts.deal.Deal;
import eco.exchange.contracts.deal.DealCheck;
import eco.exchange.contracts.deal.DealFiles;
import eco.exchange.contracts.deal.DealJson;
import eco.exchange.contracts.deal.DrawnDeal;
import eco.exchange.contracts.key.CertificateName;
import eco.exchange.contracts.print.manuscript.SignaturePlace;
import eco.exchange.contracts.proof.Findings.Wrong;
import eco.exchange.contracts.proof.Verification.Check;
import eco.exchange.sharing.SealedContract;
import eco.exchange.sharing.SharingTerms;
import eco.exchange.sharing.TermsCheck;
import eco.exchange.sharing.TermsFault;
import eco.exchange.sharing.TermsJson;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Set;

/** The checks of a contract besides its seal: signatures, attachments, terms, deal, print. */
final class ContractCheck {

  private static final List<String> FIELDS =
      List.of(SignaturePlace.TRANSFEROR, SignaturePlace.TRANSFEREE, SignaturePlace.SEAL);

  private final SignedPaper paper;
  private final SealCheck seal;
  private final Findings findings;

  ContractCheck(SignedPaper paper, SealCheck seal, Findings findings) {
    this.paper = paper;
    this.seal = seal;
    this.findings = findings;
  }

  void examine() {
    findings.examine(Check.SIGNED_BY_BOTH, this::signedByBoth);
    findings.examine(Check.ONLY_SIGNATURES_ADDED, this::onlySignaturesAdded);
    findings.examine(Check.ATTACHMENTS, this::attachments);
    findings.examine(Check.TERMS_HASH, this::termsHash);
    findings.examine(Check.TERMS_FAULTLESS, this::termsFaultless);
    findings.examine(Check.DEAL, this::deal);
    findings.examine(Check.SIGNERS_STANDING, this::signersStanding);
    findings.examine(Check.VISIBLE, this::visible);
    findings.examine(Check.PRINT, this::print);
  }

  /** Tells the reader of an amendment that is right what else is wanted. */
  void noteAmendment() {
    if (findings.areRight()) {
      drawn()
          .deal()
          .amends()
          .ifPresent(
              amends ->
                  findings.note(
                      Check.AMENDMENT,
                      "这是补充协议，自%s起适用，接续%s；请把原合同%s放在第一份，连同各补充协议一并核验"
                          .formatted(amends.from(), amends.previous(), amends.original())));
    }
  }

  /** What the paper states for settlement, if it is right in all. */
  SealedContract sealed() {
    return sealed(drawn().deal());
  }

  /** What a deal states for settlement. */
  static SealedContract sealed(Deal deal) {
    return new SealedContract(
        deal.contract(),
        deal.transferor().party().id(),
        deal.transferee().party().id(),
        deal.sale().price(),
        deal.sale().deposit(),
        deal.sale().plan(),
        deal.revenueYears(),
        TermsJson.write(deal.terms()),
        TermsJson.hash(deal.terms()));
  }

  private String signedByBoth() throws Exception {
    List<String> signed = paper.signedFields();
    Findings.must(
        signed.size() == FIELDS.size() && signed.containsAll(FIELDS),
        "签名栏为%s，应为%s (signatures missing or too many)",
        signed,
        FIELDS);
    Findings.must(
        signed.getLast().equals(SignaturePlace.SEAL), "印章不是最后加盖 (the seal is not the last)");
    paper.mustBeIntact(SignaturePlace.TRANSFEROR);
    paper.mustBeIntact(SignaturePlace.TRANSFEREE);
    return "";
  }

  private String onlySignaturesAdded() throws Wrong, IOException {
    int expected = 1 + FIELDS.size();
    Findings.must(
        paper.revisions() == expected,
        "文件写过%d次，应为生成1次、签署%d次 (revisions)",
        paper.revisions(),
        FIELDS.size());
    paper.mustOnlyAddSignatures();
    return "";
  }

  private String attachments() throws Wrong {
    Set<String> found = paper.print().attachments().keySet();
    Set<String> expected = DealFiles.files(!before().isEmpty());
    Findings.must(found.equals(expected), "附件为%s，应为%s (attachments)", found, expected);
    return "";
  }

  private String termsHash() throws Wrong {
    String hash = DealJson.termsHash(file(DealFiles.DEAL_FILE));
    mustHash(DealFiles.TERMS_FILE, hash);
    if (!before().isEmpty()) {
      mustHash(DealFiles.TERMS_BEFORE_FILE, before());
    }
    return hash;
  }

  /** The hash of the terms that the paper amends; empty text if it is no amendment. */
  private String before() throws Wrong {
    return DealJson.hashOfTermsBefore(file(DealFiles.DEAL_FILE));
  }

  private void mustHash(String name, String hash) throws Wrong {
    String json = file(name);
    SharingTerms terms = TermsJson.read(json);
    Findings.must(TermsJson.write(terms).equals(json), "条款不是规范形式 (not canonical)");
    Findings.must(
        TermsJson.hash(terms).equals(hash), "条款指纹为%s，应为%s (hash)", TermsJson.hash(terms), hash);
  }

  private String termsFaultless() throws Wrong {
    List<TermsFault> faults = TermsCheck.faultsOf(TermsJson.read(file(DealFiles.TERMS_FILE)));
    Findings.must(faults.isEmpty(), "%s", faults);
    return "";
  }

  private String deal() throws Exception {
    DrawnDeal drawn = drawn();
    Findings.must(
        DealJson.write(drawn, Clauses.templateOf(drawn)).equals(file(DealFiles.DEAL_FILE)),
        "合同要素不是规范形式 (not canonical)");
    Deal deal = drawn.deal();
    Findings.must(DealCheck.faultsOf(deal).isEmpty(), "%s", DealCheck.faultsOf(deal));
    signedBy(SignaturePlace.TRANSFEROR, deal.transferor());
    signedBy(SignaturePlace.TRANSFEREE, deal.transferee());
    return deal.contract().number();
  }

  private void signedBy(String field, Deal.Signatory party) throws Exception {
    Findings.must(paper.isSigned(field), "%s未签名 (not signed)", field);
    List<X509Certificate> chain = paper.chain(field);
    if (chain.getLast().equals(seal.root())) {
      String identity = CertificateName.of(party.party().id());
      ChainCheck.mustLead(chain, identity, paper.signedAt(field), seal.root());
    } else {
      ChainCheck.mustBeBrought(chain, party, paper.signedAt(field), paper.store().issuers());
    }
  }

  private String signersStanding() throws Exception {
    RevocationCheck revocations = seal.revocations();
    for (String field : List.of(SignaturePlace.TRANSFEROR, SignaturePlace.TRANSFEREE)) {
      Findings.must(paper.isSigned(field), "%s未签名 (not signed)", field);
      List<X509Certificate> chain = paper.chain(field);
      revocations.mustStand(chain.getFirst(), chain.getLast());
    }
    return "";
  }

  private String visible() throws Wrong {
    paper.mustBeSeen();
    return "";
  }

  private String print() throws Wrong {
    String template = DealJson.template(file(DealFiles.DEAL_FILE));
    Findings.must(
        template.equals(Clauses.templateOf(drawn())), "本程序不认识模板%s (unknown template)", template);
    PrintCheck.mustSay(Clauses.manuscript(drawn()), paper.print());
    return "";
  }

  private DrawnDeal drawn() {
    return DealJson.read(paper.print().attachments());
  }

  private String file(String name) throws Wrong {
    return paper
        .print()
        .attachment(name)
        .orElseThrow(() -> new Wrong("缺少附件%s (attachment missing)".formatted(name)));
  }
}
