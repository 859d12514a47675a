package eco.exchange.web.live;

/** The connection of somebody who watches, by whichever transport. Used on its own loop only. */
interface Watcher {

  void write(LiveMessage message);

  /** Whether more is waiting to be sent than the connection takes just now. */
  boolean isFull();

  /** Is run once, when the connection takes more again. */
  void whenDrained(Runnable then);

  /** Ends the connection after what was written. */
  void end();

  /** Breaks the connection off. */
  void abort();
}
