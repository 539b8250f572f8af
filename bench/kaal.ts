/** Bare socket.io with the same rooms as a console has: the floor of the live figures. */
import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { Server } from 'socket.io';
import { antwoord, geheugen } from './proces.ts';

const server = createServer((_vraag, uit) => {
  uit.writeHead(204).end();
  io.to('onderwerp').emit('gebeurtenis', { volgnummer: 1, soort: 'zaak.gewijzigd', onderwerp: 'onderwerp' });
});
const io = new Server(server, { transports: ['websocket'] });
io.on('connection', (socket) => {
  void socket.join(['onderwerp', `mijn:${socket.id}`]);
  socket.on('volg', (_bericht: unknown, ack: () => void) => ack());
});
server.listen(0, '127.0.0.1');
await once(server, 'listening');

antwoord(
  {
    poort: () => (server.address() as AddressInfo).port,
    geheugen,
  },
  async () => {
    await io.close();
  },
);
