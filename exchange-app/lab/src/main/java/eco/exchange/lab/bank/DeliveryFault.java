package eco.exchange.lab.bank;

/** The faults on the way from the bank to the exchange, made only where they are asked for. */
enum DeliveryFault {
  /** Every message comes twice. */
  TWICE,
  /** Of every two messages the later one comes first. */
  REVERSED,
  /** Every message comes cut off first, and whole thereafter. */
  TRUNCATED
}
