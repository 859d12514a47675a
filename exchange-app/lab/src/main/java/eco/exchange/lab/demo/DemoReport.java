package eco.exchange.lab.demo;

import com.fasterxml.jackson.databind.JsonNode;
import eco.exchange.acceptance.Market;
import eco.exchange.acceptance.Participant;
import eco.exchange.acceptance.TradeFacts;
import eco.exchange.acceptance.WalkFailure;
import eco.exchange.money.Money;
import eco.exchange.programs.Console;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The report at the end of a walk: the papers, and who got what, to the fen. */
final class DemoReport {

  private final Market market;
  private final DemoFolder folder;
  private final URI exchange;
  private final Participant auditor;

  DemoReport(Market market, DemoFolder folder, URI exchange) {
    this.market = market;
    this.folder = folder;
    this.exchange = exchange;
    this.auditor = market.member("auditor");
  }

  /** Shows one trade: its papers and its distributions. */
  void show(TradeFacts facts, String trade) throws IOException {
    String path = "/api/v1/trades/" + trade;
    Console.say("");
    Console.say("%s  %s".formatted(facts.title(), trade));
    paper("公告 notice", facts.tag() + "-notice.pdf", path + "/notice.pdf");
    paper("确认书 confirmation", facts.tag() + "-confirmation.pdf", path + "/confirmation.pdf");
    paper("合同 contract", facts.tag() + "-contract.pdf", path + "/contract.pdf");
    paper("凭证 certificate", facts.tag() + "-certificate.pdf", path + "/certificate.pdf");
    for (JsonNode distribution : market.publicly(path + "/distributions")) {
      table(facts, path, distribution);
    }
  }

  /** Shows with what the bank's last statement has closed; what is left waits for its rosters. */
  void statement(JsonNode statement) {
    Console.say("");
    Console.say(
        "银行对账单 bank statement  第 %s 号  期末余额 closing CNY %s  争议 disputes %s"
            .formatted(
                statement.path("sequence").asText(),
                statement.at("/closing/amount").asText(),
                statement.path("disputed").asText()));
  }

  /** Says where the exchange is and how to look on. */
  void farewell() throws IOException {
    Console.say("");
    Console.say(
        "交易所 exchange  %s   接口 interface  %s".formatted(exchange, exchange.resolve("/swagger-ui")));
    Console.say(
        "账号 accounts  officer manager auditor shengze yahao …  密码 password  " + folder.password());
  }

  private void table(TradeFacts facts, String path, JsonNode distribution) throws IOException {
    String income = distribution.path("income").asText();
    String occasion = distribution.path("occasion").asText();
    byte[] json = auditor.fetches("%s/distributions/%s/%s".formatted(path, income, occasion));
    String shared = income.equals(occasion) ? income : income + "-" + occasion;
    String name = "%s-%s".formatted(facts.tag(), shared);
    Path file = folder.keep(name + ".json", json);
    Console.say("  " + (income.equals("PRICE") ? "成交价款分配" : occasion + " 年经营收入分配"));
    Money sum = Money.ZERO;
    for (JsonNode part : distribution.path("parts")) {
      Money amount = Money.yuan(part.at("/amount/amount").asText());
      sum = sum.plus(amount);
      Console.say(row(part.path("name").asText(), amount));
      String payee = part.path("payee").asText();
      folder.keep(
          name + "-" + payee + ".pdf",
          auditor.fetches(
              "%s/statements/%s/%s/%s/statement.pdf".formatted(path, income, occasion, payee)));
    }
    Money whole = Money.yuan(distribution.at("/whole/amount").asText());
    Console.say(row(sum.equals(whole) ? "合计 = 到账" : "合计 ≠ 到账", sum));
    Console.say("    分配单 statements  " + file.toAbsolutePath() + " (+ PDF, one a payee)");
    paper(
        "  公示 villagers' notice",
        name + "-notice.pdf",
        "%s/distributions/%s/%s/notice.pdf".formatted(path, income, occasion));
    if (!sum.equals(whole)) {
      throw new WalkFailure("the parts make %s, not %s".formatted(sum, whole));
    }
  }

  private void paper(String what, String name, String path) throws IOException {
    Path kept = folder.keep(name, auditor.fetches(path));
    Console.say("  %s  %s".formatted(what, kept.toAbsolutePath()));
  }

  private static String row(String name, Money amount) {
    int wide = (name.getBytes(StandardCharsets.UTF_8).length - name.length()) / 2;
    String blanks = " ".repeat(Math.max(1, 36 - name.length() - wide));
    return "    %s%s%16s".formatted(name, blanks, "%,.2f".formatted(amount.inYuan()));
  }
}
