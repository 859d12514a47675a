package eco.exchange.lab.soak.bank;

import java.io.IOException;

/** An exchange that is linked with the plain bank, and can be killed at any moment. */
interface LinkedExchange {

  /** Lets it work for a moment. */
  void work() throws IOException, InterruptedException;

  /** Kills it in the midst of its work, and starts it anew. */
  void killInTheMidst() throws IOException, InterruptedException;

  /** Lets it work until it has done everything that the bank has told it, and its clerks rest. */
  void comeToRest() throws IOException, InterruptedException;

  /** Lets its clerks act again. */
  void goOn() throws IOException;

  /** What has escaped from it since it first began; empty if nothing. */
  String escaped() throws IOException;
}
