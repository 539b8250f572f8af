/** The day on which the archive term starts, by the `afleidingswijze` of the resultaattype. */
import { ongeldigGeheel } from '../http/fout.ts';
import type { Opslag } from '../opslag.ts';
import { isDuur, plusDuur } from '../tijd.ts';
import { padVan, tekstVan } from '../typen.ts';
import type { JsonObject, Rij } from '../typen.ts';

const fout = (reden: string) => ongeldigGeheel('archiefactiedatum-error', reden);

const laatste = (dagen: string[]): string | undefined =>
  dagen
    .filter((dag) => dag !== '')
    .sort()
    .at(-1);

/**
 * @param einddatum day of the end status
 * @returns `YYYY-MM-DD`, or undefined where it is to be filled in later by hand.
 * Throws 400 `archiefactiedatum-error` where it cannot be derived.
 */
export function bepaalBrondatum(opslag: Opslag, zaak: Rij, type: Rij, einddatum: string): string | undefined {
  const bewaartermijn = tekstVan(zaak['startdatumBewaartermijn']);
  if (bewaartermijn !== '') return bewaartermijn;
  const procedure = (type['brondatumArchiefprocedure'] ?? {}) as JsonObject;
  const zaakPad = padVan('zaken/zaken', zaak.uuid);
  const besluiten = opslag.tabel('besluiten/besluiten').op('zaak', zaakPad);
  switch (tekstVan(procedure['afleidingswijze'])) {
    case 'afgehandeld':
      return einddatum;
    case 'hoofdzaak': {
      const hoofdzaak = opslag.achter('zaken/zaken', zaak['hoofdzaak']);
      if (!hoofdzaak)
        throw fout('De archiefactiedatum kan niet bepaald worden: de zaak heeft geen hoofdzaak.');
      return tekstVan(hoofdzaak['einddatum']) || undefined;
    }
    case 'eigenschap': {
      const kenmerk = tekstVan(procedure['datumkenmerk']);
      const eigenschap = opslag
        .tabel('zaken/zaakeigenschappen')
        .op('zaak', zaakPad)
        .find((rij) => rij['naam'] === kenmerk);
      const waarde = tekstVan(eigenschap?.['waarde']);
      if (waarde === '') return undefined;
      if (Number.isNaN(Date.parse(waarde))) {
        throw fout(`Geen geldige datumwaarde in eigenschap "${kenmerk}": ${waarde}`);
      }
      return waarde.slice(0, 10);
    }
    case 'termijn': {
      const procestermijn = tekstVan(procedure['procestermijn']);
      if (!isDuur(procestermijn))
        throw fout('Geen procestermijn aanwezig voor het bepalen van de brondatum.');
      return plusDuur(einddatum, procestermijn);
    }
    case 'ingangsdatum_besluit':
      if (besluiten.length === 0) {
        throw fout('Geen besluiten aan zaak gekoppeld om brondatum uit af te leiden.');
      }
      return laatste(besluiten.map((besluit) => tekstVan(besluit['ingangsdatum'])));
    case 'vervaldatum_besluit':
      return laatste(besluiten.map((besluit) => tekstVan(besluit['vervaldatum'])));
    case 'gerelateerde_zaak': {
      const verwant = Array.isArray(zaak['relevanteAndereZaken']) ? zaak['relevanteAndereZaken'] : [];
      if (verwant.length === 0) {
        throw fout('Geen gerelateerde zaken aan zaak gekoppeld om brondatum uit af te leiden.');
      }
      const rijen = verwant.map((ref) => opslag.achter('zaken/zaken', (ref as JsonObject)['url']));
      return laatste(rijen.map((rij) => tekstVan(rij?.['einddatum'])));
    }
    case 'zaakobject':
      throw fout(
        'Geen attribuut gevonden dat overeenkomt met het datumkenmerk voor het bepalen van de brondatum.',
      );
    default:
      // ander_datumkenmerk, or no procedure at all: to be filled in by hand.
      return undefined;
  }
}
