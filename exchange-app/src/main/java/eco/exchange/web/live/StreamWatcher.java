package eco.exchange.web.live;

import io.vertx.core.http.HttpServerResponse;

/** A watcher by a stream of server-sent events. */
record StreamWatcher(HttpServerResponse response) implements Watcher {

  @Override
  public void write(LiveMessage message) {
    response.write(message.stream());
  }

  @Override
  public boolean isFull() {
    return response.writeQueueFull();
  }

  @Override
  public void whenDrained(Runnable then) {
    response.drainHandler(drained -> then.run());
  }

  @Override
  public void end() {
    if (!response.ended()) {
      response.end();
    }
  }

  @Override
  public void abort() {
    response.reset();
  }
}
