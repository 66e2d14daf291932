import type { EventStore, JSONRPCMessage } from '@modelcontextprotocol/server';

interface StoredEvent {
  readonly id: string;
  readonly stream: string;
  readonly message: JSONRPCMessage;
}

/** Events of one session that are kept, so that a client whose connection broke gets the answer that it missed. */
const kept = 32;

/** An event's id names its stream, so that even a forgotten event tells where to go on. */
const streamOf = (id: string): string => id.slice(0, id.lastIndexOf('_'));

export function createEventStore(): EventStore {
  let events: readonly StoredEvent[] = [];
  let number = 0;
  return {
    async storeEvent(stream, message) {
      const id = `${stream}_${number++}`;
      events = [...events, { id, stream, message }].slice(-kept);
      return id;
    },
    async getStreamIdForEventId(id) {
      return streamOf(id);
    },
    async replayEventsAfter(last, { send }) {
      const stream = streamOf(last);
      const missed = events.slice(events.findIndex(({ id }) => id === last) + 1);
      for (const event of missed.filter((candidate) => candidate.stream === stream)) {
        // What only opened a stream says nothing.
        if ('jsonrpc' in event.message) await send(event.id, event.message);
      }
      return stream;
    },
  };
}
