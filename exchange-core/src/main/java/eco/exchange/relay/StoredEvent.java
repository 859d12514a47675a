package eco.exchange.relay;

/**
 * An event as it stands in the outbox.
 *
 * @param id its number in the log
 * @param story the story to which it belongs
 * @param kind the name of its record
 * @param body its components as JSON
 * @param tries how often it was handed on in vain
 */
record StoredEvent(long id, String story, String kind, String body, int tries) {}
