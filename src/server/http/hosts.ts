import { isIP } from 'node:net';
import { hostname, networkInterfaces } from 'node:os';

export const loopbackHosts = ['localhost', '127.0.0.1', '[::1]'] as const;

const inBrackets = (address: string): string => (isIP(address) === 6 ? `[${address}]` : address);

/** Whether only this machine reaches what listens there. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));
}

/** The names by which clients may address a server that listens on `host`: for all interfaces, each of their addresses. */
export function hostsFor(host: string, further: readonly string[] = []): string[] {
  const everywhere = host === '0.0.0.0' || host === '::';
  const own = everywhere
    ? [
        hostname(),
        ...Object.values(networkInterfaces()).flatMap((list) => (list ?? []).map(({ address }) => address)),
      ]
    : [host];
  const names = [...loopbackHosts, ...own.map(inBrackets), ...further].map((name) => name.toLowerCase());
  return [...new Set(names)];
}
