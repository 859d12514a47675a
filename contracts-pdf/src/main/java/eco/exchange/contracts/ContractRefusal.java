package eco.exchange.contracts;

import eco.exchange.answer.Reason;
import eco.exchange.answer.Refusal;
import eco.exchange.contracts.deal.DealFault;
import eco.exchange.contracts.signature.BroughtCertificate;

/** Reasons for which the doors of the contracts refuse, in the order in which they are checked. */
public enum ContractRefusal implements Reason {
  /** There is no such contract, or it is not the caller's. */
  CONTRACT_UNKNOWN(Kind.NOT_FOUND),
  /** The same contract was drawn from another deal. */
  DEAL_CHANGED(Kind.CONFLICT),
  /** The deal contradicts itself, or states what no contract may. */
  DEAL_FAULTY(Kind.INVALID),
  /** The sharing terms have a fault; each fault is one reason. */
  TERMS_FAULTY(Kind.INVALID),
  /** An amendment changes what it may not, or is not decided as it must be; each is one reason. */
  AMENDMENT_FAULTY(Kind.INVALID),
  /** A clause is missing that the law demands; each is one reason. */
  CLAUSE_MISSING(Kind.INVALID),
  /** A text is too long, or has a sign that cannot be printed. */
  TEXT_UNPRINTABLE(Kind.INVALID),
  /** Another amendment of the contract waits for signatures. */
  AMENDMENT_OPEN(Kind.CONFLICT),
  /** An amendment must apply from a year to come, within the term, and be decided before. */
  AMENDMENT_UNTIMELY(Kind.INVALID),
  /** Who signs must act for the party that signs. */
  NOT_YOUR_PARTY(Kind.FORBIDDEN),
  /** The centre seals; a party to the contract may not. */
  PARTY_MAY_NOT_SEAL(Kind.FORBIDDEN),
  /** The contract was annulled. */
  ANNULLED(Kind.CONFLICT),
  /** The day has come from which an amendment would apply, and not both have signed it. */
  AMENDMENT_LATE(Kind.CONFLICT),
  /** What was brought is no certificate to sign by, or its key is of a kind that is not taken. */
  CERTIFICATE_UNFIT(Kind.INVALID),
  /** Nobody whom the centre trusts vouches for the certificate. */
  CERTIFICATE_UNTRUSTED(Kind.FORBIDDEN),
  /** The certificate names somebody else. */
  CERTIFICATE_OF_ANOTHER(Kind.FORBIDDEN),
  /** The certificate is not valid now. */
  CERTIFICATE_EXPIRED(Kind.CONFLICT),
  /** The certificate by which the party would sign was revoked. */
  CERTIFICATE_REVOKED(Kind.CONFLICT),
  /** What comes back is not what the exchange has handed out, or the contract has moved on. */
  DRAFT_UNKNOWN(Kind.CONFLICT),
  /** The signature is not over the bytes that were handed out, or by another certificate. */
  SIGNATURE_UNFIT(Kind.INVALID),
  /** Both have signed, or the party that is said not to sign has. */
  ALREADY_SIGNED(Kind.CONFLICT),
  /** Both parties must have signed first. */
  NOT_SIGNED_BY_BOTH(Kind.CONFLICT),
  /** The contract is not sealed yet. */
  NOT_EFFECTIVE(Kind.CONFLICT),
  /** The amount settled is not the price of the contract. */
  PRICE_DIFFERS(Kind.CONFLICT),
  /** The stored paper no longer proves itself. */
  PAPER_NOT_GENUINE(Kind.CONFLICT),
  /** Too many papers are being examined. */
  EXAMINERS_BUSY(Kind.BUSY),
  /** What was sent is no request for a time stamp. */
  NO_STAMP_REQUEST(Kind.INVALID);

  private final Kind kind;

  ContractRefusal(Kind kind) {
    this.kind = kind;
  }

  @Override
  public Kind kind() {
    return kind;
  }

  public static ContractRefusal of(BroughtCertificate.Fault fault) {
    return switch (fault) {
      case UNTRUSTED -> CERTIFICATE_UNTRUSTED;
      case UNFIT -> CERTIFICATE_UNFIT;
      case OF_ANOTHER -> CERTIFICATE_OF_ANOTHER;
      case EXPIRED -> CERTIFICATE_EXPIRED;
      case REVOKED -> CERTIFICATE_REVOKED;
    };
  }

  public static Refusal of(DealFault fault) {
    ContractRefusal reason =
        switch (fault.code()) {
          case DEAL -> DEAL_FAULTY;
          case TERMS -> TERMS_FAULTY;
          case AMENDMENT -> AMENDMENT_FAULTY;
          case CLAUSE -> CLAUSE_MISSING;
          case TEXT -> TEXT_UNPRINTABLE;
        };
    return new Refusal(reason, fault.detail());
  }
}
