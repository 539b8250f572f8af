import type { IncomingMessage } from 'node:http';

/**
 * Whether a browser page of ours asks for the connection. WebSockets are outside CORS: without this check any page that
 * a medewerker visits could listen along under his cookie. A missing Origin is no browser of ours.
 */
export function isEigenHerkomst(
  verzoek: Pick<IncomingMessage, 'headers'>,
  publicUrl: string | undefined,
): boolean {
  const herkomst = verzoek.headers.origin;
  if (herkomst === undefined) return false;
  if (publicUrl !== undefined) return herkomst === publicUrl;
  return URL.parse(herkomst)?.host === verzoek.headers.host;
}
