package eco.exchange.operations.simulated;

/** What goes wrong on the way from the bank to the exchange, if it is told to. */
enum Fault {
  /** Every message comes twice. */
  TWICE,
  /** Of every two messages the later one comes first. */
  REVERSED,
  /** Every message comes cut off first, and whole thereafter. */
  TRUNCATED
}
