import type { IncomingMessage } from 'node:http';

/** The names under which a console without PUBLIC_URL is reached: config.ts lets it listen on loopback only. */
const HIER = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Whether a browser page of ours asks for the connection. WebSockets are outside CORS: without this check any page that
 * a medewerker visits could listen along under his cookie. A missing Origin is no browser of ours.
 * Without PUBLIC_URL the host must be this machine by name: a page of another site whose name was made to point at
 * 127.0.0.1 (DNS rebinding) has an Origin that equals its Host, and could log in with a demo user.
 */
export function isEigenHerkomst(
  verzoek: Pick<IncomingMessage, 'headers'>,
  publicUrl: string | undefined,
): boolean {
  const herkomst = verzoek.headers.origin;
  if (herkomst === undefined) return false;
  if (publicUrl !== undefined) return herkomst === publicUrl;
  const pagina = URL.parse(herkomst);
  return pagina !== null && HIER.has(pagina.hostname) && pagina.host === verzoek.headers.host;
}
