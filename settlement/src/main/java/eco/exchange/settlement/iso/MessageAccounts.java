package eco.exchange.settlement.iso;

import com.prowidesoftware.swift.model.mx.dic.AccountIdentification4Choice;
import com.prowidesoftware.swift.model.mx.dic.BranchAndFinancialInstitutionIdentification6;
import com.prowidesoftware.swift.model.mx.dic.CashAccount38;
import com.prowidesoftware.swift.model.mx.dic.ClearingSystemIdentification2Choice;
import com.prowidesoftware.swift.model.mx.dic.ClearingSystemMemberIdentification2;
import com.prowidesoftware.swift.model.mx.dic.FinancialInstitutionIdentification18;
import com.prowidesoftware.swift.model.mx.dic.GenericAccountIdentification1;
import com.prowidesoftware.swift.model.mx.dic.Party40Choice;
import com.prowidesoftware.swift.model.mx.dic.PartyIdentification135;
import eco.exchange.settlement.bank.BankAccount;
import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Accounts, banks and parties in messages; banks go by their number in the clearing of China. */
final class MessageAccounts {

  /** The clearing of China, as the external code set of ISO 20022 names it. */
  private static final String CNAPS = "CNAPS";

  private static final Pattern BLANKS = Pattern.compile("\\s+");

  private MessageAccounts() {}

  /** An id as it was meant: banks fill fields up with blanks, and write digits in full width. */
  static String stripped(@Nullable String told) {
    return told == null ? "" : Normalizer.normalize(told, Normalizer.Form.NFKC).strip();
  }

  /** What is left of a text without the blanks around it, if anything is. */
  static Optional<String> present(@Nullable String told) {
    return Optional.of(stripped(told)).filter(text -> !text.isEmpty());
  }

  /** A number, which has no blanks between its groups of digits. */
  static String number(@Nullable AccountIdentification4Choice told) {
    if (told == null) {
      return "";
    }
    String number =
        told.getIBAN() != null
            ? told.getIBAN()
            : Optional.ofNullable(told.getOthr())
                .map(GenericAccountIdentification1::getId)
                .orElse("");
    return BLANKS.matcher(stripped(number)).replaceAll("");
  }

  static String number(@Nullable CashAccount38 told) {
    return told == null ? "" : number(told.getId());
  }

  static AccountIdentification4Choice written(String number) {
    return new AccountIdentification4Choice()
        .setOthr(new GenericAccountIdentification1().setId(number));
  }

  static CashAccount38 account(String number) {
    return new CashAccount38().setId(written(number));
  }

  static String name(@Nullable PartyIdentification135 told) {
    return told == null || told.getNm() == null ? "" : told.getNm().strip();
  }

  static String name(@Nullable Party40Choice told) {
    return told == null ? "" : name(told.getPty());
  }

  static PartyIdentification135 party(String name) {
    return new PartyIdentification135().setNm(name);
  }

  static String bank(@Nullable BranchAndFinancialInstitutionIdentification6 told) {
    return Optional.ofNullable(told)
        .map(BranchAndFinancialInstitutionIdentification6::getFinInstnId)
        .map(FinancialInstitutionIdentification18::getClrSysMmbId)
        .map(ClearingSystemMemberIdentification2::getMmbId)
        .map(MessageAccounts::stripped)
        .orElse("");
  }

  static BranchAndFinancialInstitutionIdentification6 atBank(String number) {
    ClearingSystemMemberIdentification2 member =
        new ClearingSystemMemberIdentification2()
            .setClrSysId(new ClearingSystemIdentification2Choice().setPrtry(CNAPS))
            .setMmbId(number);
    return new BranchAndFinancialInstitutionIdentification6()
        .setFinInstnId(new FinancialInstitutionIdentification18().setClrSysMmbId(member));
  }

  /** The whole account, if enough of it is told to pay something back to it. */
  static Optional<BankAccount> whole(String holder, String number, String bank) {
    return Optional.of(new BankAccount(holder, number, bank)).filter(BankAccount::hasTheForm);
  }
}
