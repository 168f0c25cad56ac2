import { isLoopback } from '../../proxy/check-origin.ts';

/**
 * The variable that makes the server reachable for other computers: its own address, or that of a reverse proxy. null
 * when only this computer can reach it.
 */
export function findOpening(host: string, publicOrigin: string | null) {
  if (!isLoopback(host)) return { name: 'HOST', value: host };
  if (publicOrigin === null || isLoopback(new URL(publicOrigin).hostname)) return null;
  return { name: 'PUBLIC_ORIGIN', value: publicOrigin };
}
