import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/**
 * Takes every mail and keeps none, as a process of its own: whoever starts it may wait without letting go of its thread. Prints
 * its port.
 */
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onData(stream, _session, done) {
    stream.on('end', () => done());
    stream.resume();
  },
});
server.listen(0, '127.0.0.1', () => console.log((server.server.address() as AddressInfo).port));
