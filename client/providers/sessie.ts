import { maakOpslag } from './opslag.ts';

/** `verlopen`: the server ended the session; the texts stay in memory and the login page says so. */
export const sessie = maakOpslag<'uit' | 'aan' | 'verlopen'>('uit');
