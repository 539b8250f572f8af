/**
 * The bytes of a document: what was uploaded, or a small file made from its own metadata, the same at every call.
 * PDF where `formaat` says so, else text.
 */
import { alsTekstRegels, maakPdf } from './pdf.ts';
import type { Rij } from '../typen.ts';

/** False for a document that was made without content. */
export const heeftBestand = (document: Rij): boolean => document['inhoudBase64'] !== '';

export function inhoudVan(document: Rij): Buffer {
  const geupload = document['inhoudBase64'];
  if (typeof geupload === 'string') return Buffer.from(geupload, 'base64');
  const regels = alsTekstRegels(document);
  return document['formaat'] === 'application/pdf'
    ? maakPdf(regels)
    : Buffer.from(`${regels.join('\n')}\n`, 'utf8');
}
