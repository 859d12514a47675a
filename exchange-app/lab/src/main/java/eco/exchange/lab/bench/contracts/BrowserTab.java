package eco.exchange.lab.bench.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eco.exchange.lab.trial.LoadTool;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/**
 * One tab of a headless Chromium that prints pages, over the Chrome DevTools Protocol: the page and
 * its face are loaded once, and only the text changes.
 */
final class BrowserTab implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String EMPTY =
      """
      <!DOCTYPE html><html lang="zh-CN"><meta charset="utf-8">
      <style>
        @font-face { font-family: Paper; src: url(face.ttf); }
        @page { size: A4; margin: 64pt; }
        body { font: 10.5pt/18pt Paper; margin: 0; } p { margin: 0; }
      </style><body><p>合同</p></body></html>
      """;

  private final Process browser;
  private final WebSocket socket;
  private final Answers answers;
  private int asked;

  private BrowserTab(Process browser, WebSocket socket, Answers answers) {
    this.browser = browser;
    this.socket = socket;
    this.answers = answers;
  }

  /** Starts a browser, and opens a page that has nothing on it but the face. */
  static BrowserTab open(Path folder, byte[] face) throws IOException, InterruptedException {
    Files.write(folder.resolve("face.ttf"), face);
    Path page = Files.writeString(folder.resolve("page.html"), EMPTY);
    Path profile = folder.resolve("browser");
    Process browser = start(page, profile, folder.resolve("browser.log"));
    try {
      return connected(browser, port(profile.resolve("DevToolsActivePort")));
    } catch (IOException | InterruptedException | RuntimeException failed) {
      browser.destroyForcibly();
      throw failed;
    }
  }

  private static Process start(Path page, Path profile, Path log) throws IOException {
    return new ProcessBuilder(
            "chromium",
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-background-networking",
            "--no-first-run",
            "--remote-debugging-port=0",
            "--user-data-dir=" + profile,
            page.toUri().toString())
        .redirectErrorStream(true)
        .redirectOutput(log.toFile())
        .start();
  }

  private static int port(Path told) throws IOException, InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < end) {
      if (Files.exists(told)) {
        List<String> lines = Files.readAllLines(told);
        if (lines.size() > 1) {
          return Integer.parseInt(lines.getFirst());
        }
      }
      TimeUnit.MILLISECONDS.sleep(50);
    }
    throw new LoadTool.Failed("Chromium does not tell its port");
  }

  private static BrowserTab connected(Process browser, int port)
      throws IOException, InterruptedException {
    JsonNode tabs = JSON.readTree(URI.create("http://127.0.0.1:%d/json".formatted(port)).toURL());
    String address = "";
    for (JsonNode tab : tabs) {
      if (tab.path("type").asText().equals("page")) {
        address = tab.path("webSocketDebuggerUrl").asText();
      }
    }
    Answers answers = new Answers();
    try {
      WebSocket socket =
          HttpClient.newHttpClient()
              .newWebSocketBuilder()
              .buildAsync(URI.create(address), answers)
              .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      return new BrowserTab(browser, socket, answers);
    } catch (ExecutionException | TimeoutException failed) {
      throw new LoadTool.Failed("Chromium cannot be spoken to: " + failed.getMessage());
    }
  }

  /** Prints texts, one paragraph each. */
  byte[] print(List<String> texts) throws IOException, InterruptedException {
    String body =
        texts.stream()
            .map(text -> "<p>" + text.replace("&", "&amp;").replace("<", "&lt;") + "</p>")
            .collect(Collectors.joining());
    ObjectNode replace = JSON.createObjectNode();
    replace
        .put("expression", "document.body.innerHTML = " + JSON.writeValueAsString(body))
        .put("returnByValue", false);
    ask("Runtime.evaluate", replace);
    JsonNode printed =
        ask("Page.printToPDF", JSON.createObjectNode().put("preferCSSPageSize", true));
    return Base64.getDecoder().decode(printed.path("data").asText());
  }

  private JsonNode ask(String method, ObjectNode parameters)
      throws IOException, InterruptedException {
    ObjectNode request = JSON.createObjectNode().put("id", ++asked).put("method", method);
    request.set("params", parameters);
    socket.sendText(request.toString(), true);
    JsonNode answer = answers.next();
    while (answer.path("id").asInt() != asked) {
      answer = answers.next();
    }
    if (answer.has("error")) {
      throw new LoadTool.Failed("Chromium: " + answer.path("error"));
    }
    return answer.path("result");
  }

  @Override
  public void close() throws InterruptedException {
    List<ProcessHandle> children = new ArrayList<>(browser.descendants().toList());
    browser.destroy();
    if (!browser.waitFor(10, TimeUnit.SECONDS)) {
      browser.destroyForcibly().waitFor();
    }
    children.forEach(ProcessHandle::destroyForcibly);
  }

  /** Collects what the browser says, message by message. */
  private static final class Answers implements WebSocket.Listener {

    private final BlockingQueue<String> messages = new LinkedBlockingQueue<>();
    private final StringBuilder message = new StringBuilder();

    JsonNode next() throws IOException, InterruptedException {
      String next = messages.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      if (next == null) {
        throw new LoadTool.Failed("Chromium is silent");
      }
      return JSON.readTree(next);
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean isLast) {
      message.append(part);
      if (isLast) {
        messages.add(message.toString());
        message.setLength(0);
      }
      from.request(1);
      return CompletableFuture.completedStage(null);
    }
  }
}
