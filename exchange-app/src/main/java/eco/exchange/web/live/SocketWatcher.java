package eco.exchange.web.live;

import io.vertx.core.http.ServerWebSocket;

/** A watcher by a WebSocket. */
record SocketWatcher(ServerWebSocket socket) implements Watcher {

  @Override
  public void write(LiveMessage message) {
    socket.writeTextMessage(message.text());
  }

  @Override
  public boolean isFull() {
    return socket.writeQueueFull();
  }

  @Override
  public void whenDrained(Runnable then) {
    socket.drainHandler(drained -> then.run());
  }

  @Override
  public void end() {
    socket.close();
  }

  @Override
  public void abort() {
    socket.close();
  }
}
