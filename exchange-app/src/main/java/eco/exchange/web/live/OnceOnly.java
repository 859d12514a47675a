package eco.exchange.web.live;

import java.util.concurrent.atomic.AtomicBoolean;

/** An act that is done once, however often it is asked for. */
final class OnceOnly implements Runnable {

  private final Runnable act;
  private final AtomicBoolean done = new AtomicBoolean();

  OnceOnly(Runnable act) {
    this.act = act;
  }

  @Override
  public void run() {
    if (done.compareAndSet(false, true)) {
      act.run();
    }
  }
}
