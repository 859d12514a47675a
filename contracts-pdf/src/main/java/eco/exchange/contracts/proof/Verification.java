package eco.exchange.contracts.proof;

import eco.exchange.sharing.SealedContract;
import java.util.List;
import java.util.Optional;

/**
 * The findings about a paper, in the order in which it was examined.
 *
 * @param findings one for each thing that was checked
 * @param contract what the paper states for settlement; empty unless it is a genuine contract
 */
public record Verification(List<Finding> findings, Optional<SealedContract> contract) {

  /** Copies the findings. */
  public Verification {
    findings = List.copyOf(findings);
  }

  /** Whether nothing is wrong. */
  public boolean isGenuine() {
    return wrong().isEmpty();
  }

  /** Whether nothing is wrong, but something could not be proven from the files. */
  public boolean isUnproven() {
    return isGenuine()
        && findings.stream().anyMatch(finding -> finding.outcome() == Outcome.UNPROVEN);
  }

  /** Whether the file could be read at all. */
  public boolean isReadable() {
    return wrong().stream().noneMatch(finding -> finding.check() == Check.READABLE);
  }

  /** What is wrong, in order. */
  public List<Finding> wrong() {
    return findings.stream().filter(finding -> finding.outcome() == Outcome.WRONG).toList();
  }

  /** How a check came out. */
  public enum Outcome {
    /** As it should be. */
    RIGHT,
    /** Not as it should be: the paper proves nothing. */
    WRONG,
    /** Right as far as can be seen, but what would prove it is not among the files. */
    UNPROVEN,
    /** Something that the reader should know and may have to decide. */
    NOTE
  }

  /**
   * One thing that was checked.
   *
   * @param check what was checked
   * @param outcome how it came out
   * @param detail what was found; may be empty
   */
  public record Finding(Check check, Outcome outcome, String detail) {}

  /** What is checked, in order; the name is the stable code. */
  public enum Check {
    /** The file is what it should be, and can be read to its end. */
    READABLE("文件可以读取", "文件已损坏，或者不是合同文件"),
    /** The centre's seal is there and covers every byte but its own. */
    SEAL_COVERS_FILE("印章覆盖整个文件", "没有印章，或者盖章以后文件里又加了东西"),
    /** Not a byte was changed since the seal was put on. */
    SEAL_INTACT("盖章后内容未被改动", "盖章以后内容被改动过"),
    /** The seal's certificate is the centre's and leads to the root. */
    SEAL_OF_CENTRE("印章属于交易机构", "印章不是交易机构的"),
    /** Somebody whom the centre names testifies when the seal was put on. */
    TIME_STAMP("印章带有时间戳", "盖章时间没有可靠的证明"),
    /** The certificates were not revoked when the seal was put on, by a list under the seal. */
    REVOCATION("盖章时证书未被吊销", "无法确认印章的证书当时有效"),
    /** Whose root is trusted. */
    TRUST_ANCHOR("信任根", "找不到可以信任的根证书"),
    /** Both parties have signed, each with its own certificate, and the centre has sealed last. */
    SIGNED_BY_BOTH("双方均已签名", "双方签名不全，或者多出了签名"),
    /** Since the paper was drawn, only signatures were added. */
    ONLY_SIGNATURES_ADDED("签署过程中只增加了签名", "签署过程中文件被改动过"),
    /** The two files are inside, and no other. */
    ATTACHMENTS("附件齐全", "附件缺少或者多余"),
    /** The sharing terms are canonical and have the hash that the deal names. */
    TERMS_HASH("收益分配条款与指纹一致", "收益分配条款被换过"),
    /** The sharing terms have no fault. */
    TERMS_FAULTLESS("收益分配条款完整无误", "收益分配条款有缺漏"),
    /** The deal is canonical and names the signers. */
    DEAL("合同要素与签名人一致", "合同要素或者签名人与合同不符"),
    /** Neither party's certificate was revoked when the seal was put on. */
    SIGNERS_STANDING("盖章时双方证书未被吊销", "签名人的证书当时已经失效"),
    /** A reader sees every text that is printed: none is white, covered or off the page. */
    VISIBLE("正文全部可见", "有文字被遮住或者看不见"),
    /** What is printed is what the data say. */
    PRINT("正文与附件数据一致", "印出来的文字与计算用的数据不一致"),
    /**
     * An amendment is chained by its hashes to the version before, and changes only the sharing.
     */
    AMENDMENT("补充协议接续前一版本", "补充协议接不上这份合同，或者改动了不能改的内容"),
    /** The statement can be read. */
    STATEMENT_READABLE("结算单可以读取", "结算单打不开"),
    /** The statement bears the centre's seal, so that it can be told who has made it. */
    STATEMENT_SEALED("结算单盖有印章", "结算单没有印章"),
    /** The statement is by the terms of this contract that were in force. */
    STATEMENT_OF_CONTRACT("结算单属于本合同，按当年适用的版本分配", "结算单不属于这份合同，或者不是按当年适用的版本分配的"),
    /** What was carried in is what the statement before carried out. */
    CARRIED_FORWARD("尾差承接上一次分配", "尾差没有按上一次分配结转"),
    /** Every part is what the terms give. */
    PARTS("各方金额与重新计算一致", "结算单上的金额与按合同计算的不一致");

    private final String zh;
    private final String ifWrong;

    Check(String zh, String ifWrong) {
      this.zh = zh;
      this.ifWrong = ifWrong;
    }

    /** What it means for the reader if it is wrong. */
    public String ifWrong() {
      return ifWrong;
    }

    /** The name as it is printed. */
    public String zh() {
      return zh;
    }
  }
}
