import type { ZoekVraag } from '../../shared/contracts/klant.ts';

/** How what was typed is read, or what is wrong with it. */
export type Gelezen =
  | { soort: 'vraag'; vraag: ZoekVraag; gelezenAls: string }
  | { soort: 'fout'; melding: string; gelezenAls: string | null };

export const vraag = (inhoud: ZoekVraag, gelezenAls: string): Gelezen => ({
  soort: 'vraag',
  vraag: inhoud,
  gelezenAls,
});

export const fout = (melding: string, gelezenAls: string | null = null): Gelezen => ({
  soort: 'fout',
  melding,
  gelezenAls,
});
