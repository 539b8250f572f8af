import { maakOpslag, useOpslag } from './opslag.ts';

/** When a zaak changed while this console looked on; the mark stays until its card was in view for 5 s. */
const gewijzigd = maakOpslag<Readonly<Record<string, string>>>({});

export const markeer = (id: string, tijdstip: string): void =>
  gewijzigd.zet((oud) => ({ ...oud, [id]: tijdstip }));

export const wisMarkering = (id: string): void =>
  gewijzigd.zet((oud) => Object.fromEntries(Object.entries(oud).filter(([sleutel]) => sleutel !== id)));

export const useMarkering = (id: string): string | undefined => useOpslag(gewijzigd)[id];
