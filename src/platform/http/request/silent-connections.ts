import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/**
 * Knows the connections of a server on which nobody has asked anything yet. Browsers open such in advance, and Node counts them
 * as at work: a server that stops would wait for them for a minute.
 *
 * @returns ends them, all that there are by then
 */
export function silentConnections(server: Server): () => void {
  const open = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
  });
  return () => [...open].filter(({ bytesRead }) => bytesRead === 0).forEach((socket) => socket.destroy());
}
