import { once } from 'node:events';
import { connect } from 'node:net';
import {
  appPort,
  emulatorPort,
  heldAppPort,
  recordedAppPort,
  recorderPort,
  simulatorAppPort,
} from '../servers/ports.ts';

/** The ports that `npm run test:e2e` uses. */
const ports = [appPort, recordedAppPort, recorderPort, emulatorPort, heldAppPort, simulatorAppPort];

/** A message when a required port is in use, or null when all are free. */
export async function describeTakenPorts(): Promise<string | null> {
  const answers = await Promise.all(ports.map(async (port) => ({ port, isTaken: await isTaken(port) })));
  const taken = answers.filter(({ isTaken }) => isTaken).map(({ port }) => port);
  if (taken.length === 0) return null;
  const subject = taken.length === 1 ? 'A port for the browser tests is' : 'Ports for the browser tests are';
  return `${subject} taken: ${taken.join(', ')}. Stop the programs that use them, or choose other ports, for example with E2E_PORT=${appPort + 1000}.`;
}

async function isTaken(port: number): Promise<boolean> {
  const answers = await Promise.all(['127.0.0.1', '::1'].map((host) => accepts(host, port)));
  return answers.includes(true);
}

/** Whether a server listens on this port. */
export async function accepts(host: string, port: number): Promise<boolean> {
  const socket = connect({ host, port });
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}
