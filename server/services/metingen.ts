import { Gauge, type Registry } from 'prom-client';
import { meet } from './bezorging/beheer.ts';
import type { Deps } from './deps.ts';
import { storeAntwoordt } from './gezondheid.ts';

const seconden = (tot: Date, sinds: string): number => (tot.getTime() - Date.parse(sinds)) / 1000;

/** What operations watches, for Prometheus: counts and ages by register, nothing of a person. */
export function maakMetingen(register: Registry, deps: Deps): () => Promise<void> {
  const maak = (naam: string, help: string, labelNames: string[] = []) =>
    new Gauge({ name: `svz_${naam}`, help, labelNames, registers: [register] });
  const database = maak('database_antwoordt', '1: de eigen database antwoordt');
  const opdrachten = maak('outbox_opdrachten', 'Opdrachten die niet in hun register staan', [
    'register',
    'toestand',
  ]);
  const oudste = maak('outbox_oudste_seconden', 'Hoe lang de oudste opdracht wacht', ['register']);
  const inbox = maak('inbox_notificaties', 'Notificaties die wachten of zijn opgegeven', ['toestand']);
  const breker = maak('register_breker_open', '1: het register wordt even met rust gelaten', [
    'register',
    'adres',
  ]);
  const index = maak('zaakindex_leeftijd_seconden', 'Sinds de laatste lezing voor de zaakindex', [
    'register',
  ]);
  const taak = maak('taak_gelukt_seconden', 'Sinds deze taak voor het laatst lukte', ['taak']);
  const alle = [opdrachten, oudste, inbox, breker, index, taak];

  return async () => {
    for (const meter of alle) meter.reset();
    const antwoordt = await storeAntwoordt(deps.store);
    database.set(antwoordt ? 1 : 0);
    // Absent figures raise an alarm; zeroes would not.
    if (!antwoordt) return;
    const stand = await meet(deps);
    const nu = deps.clock.nu();
    for (const { id, wacht, geweigerd, oudste: sinds, verbindingen, zaakindexOp } of stand.registers) {
      opdrachten.set({ register: id, toestand: 'wacht' }, wacht);
      opdrachten.set({ register: id, toestand: 'geweigerd' }, geweigerd);
      oudste.set({ register: id }, sinds === null ? 0 : seconden(nu, sinds));
      if (zaakindexOp !== null) index.set({ register: id }, seconden(nu, zaakindexOp));
      for (const een of verbindingen)
        breker.set({ register: id, adres: een.adres }, een.breker === 'open' ? 1 : 0);
    }
    inbox.set({ toestand: 'wacht' }, stand.notificaties.wacht);
    inbox.set({ toestand: 'opgegeven' }, stand.notificaties.opgegeven);
    for (const { naam, geluktOp } of stand.taken)
      if (geluktOp !== null) taak.set({ taak: naam }, seconden(nu, geluktOp));
  };
}
