package eco.exchange.lab.bank;

/** What goes wrong on the way from the bank to the exchange, if it is told to. */
enum DeliveryFault {
  /** Every message comes twice. */
  TWICE,
  /** Of every two messages the later one comes first. */
  REVERSED,
  /** Every message comes cut off first, and whole thereafter. */
  TRUNCATED
}
