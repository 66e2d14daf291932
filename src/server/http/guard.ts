import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { validateHostHeader, validateOriginHeader } from '@modelcontextprotocol/server';

export interface Refusal {
  readonly status: 400 | 401 | 403 | 404;
  readonly message: string;
}

export interface GuardOptions {
  /** Host names, without port, by which this server may be addressed. */
  readonly hosts: readonly string[];
  readonly token?: string;
}

/** Decides over a request by its head alone: nothing of its body is read before. */
export type Guard = (request: Pick<IncomingMessage, 'rawHeaders' | 'headers' | 'url'>) => Refusal | null;

/** Headers that decide over access: twice the same one means that somebody on the way may read the other. */
const single = ['host', 'origin', 'authorization', 'content-length'];

function duplicate(rawHeaders: readonly string[]): string | undefined {
  const names = rawHeaders.filter((_, index) => index % 2 === 0).map((name) => name.toLowerCase());
  return single.find((name) => names.filter((other) => other === name).length > 1);
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Compares in a time that says nothing of where the two differ, nor of how long the expected one is. */
function sameToken(header: string | undefined, token: string): boolean {
  const given = /^Bearer +([^\s]+)$/i.exec(header ?? '')?.[1] ?? '';
  return timingSafeEqual(digest(given), digest(token));
}

export function createGuard({ hosts, token }: GuardOptions): Guard {
  const allowed = [...hosts];
  return ({ rawHeaders, headers, url = '' }) => {
    const twice = duplicate(rawHeaders);
    if (twice) return { status: 400, message: `The header ${twice} occurs twice` };
    const host = validateHostHeader(headers.host, allowed);
    if (!host.ok) return { status: 403, message: 'This host name is not served here' };
    const origin = validateOriginHeader(headers.origin, allowed);
    if (!origin.ok) return { status: 403, message: 'Pages of this origin may not call this server' };
    if (url.split('?', 1)[0] !== '/mcp') return { status: 404, message: 'The server answers at /mcp' };
    if (token !== undefined && !sameToken(headers.authorization, token)) {
      return { status: 401, message: 'A valid bearer token is needed' };
    }
    return null;
  };
}
