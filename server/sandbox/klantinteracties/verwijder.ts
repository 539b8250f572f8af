/** What goes with a row when it is deleted: Open Klant's foreign keys. */
import type { Opslag } from '../opslag.ts';
import type { TabelNaam } from '../typen.ts';
import { ongeldigVeld } from './fout.ts';
import { uuidIn, wijstNaar } from './groepen.ts';
import type { OpslagWijziging } from './groepen.ts';

interface Sleutel {
  tabel: TabelNaam;
  veld: string;
  /** `mee`: that row goes too; `leeg`: it loses the reference; `beschermd`: it forbids. */
  dan: 'mee' | 'leeg' | 'beschermd';
}

const NAAR: Partial<Record<TabelNaam, readonly Sleutel[]>> = {
  'klantinteracties/partijen': [
    { tabel: 'klantinteracties/partij-identificatoren', veld: 'identificeerdePartij', dan: 'mee' },
    { tabel: 'klantinteracties/betrokkenen', veld: 'wasPartij', dan: 'mee' },
    { tabel: 'klantinteracties/digitaleadressen', veld: 'verstrektDoorPartij', dan: 'mee' },
  ],
  'klantinteracties/partij-identificatoren': [
    { tabel: 'klantinteracties/partij-identificatoren', veld: 'subIdentificatorVan', dan: 'beschermd' },
  ],
  'klantinteracties/klantcontacten': [
    { tabel: 'klantinteracties/betrokkenen', veld: 'hadKlantcontact', dan: 'mee' },
    { tabel: 'klantinteracties/onderwerpobjecten', veld: 'klantcontact', dan: 'mee' },
    { tabel: 'klantinteracties/onderwerpobjecten', veld: 'wasKlantcontact', dan: 'mee' },
    { tabel: 'klantinteracties/actorklantcontacten', veld: 'klantcontact', dan: 'mee' },
    { tabel: 'klantinteracties/internetaken', veld: 'aanleidinggevendKlantcontact', dan: 'mee' },
  ],
  'klantinteracties/betrokkenen': [
    { tabel: 'klantinteracties/digitaleadressen', veld: 'verstrektDoorBetrokkene', dan: 'leeg' },
  ],
  'klantinteracties/digitaleadressen': [
    { tabel: 'klantinteracties/partijen', veld: 'voorkeursDigitaalAdres', dan: 'leeg' },
  ],
  'klantinteracties/actoren': [
    { tabel: 'klantinteracties/actorklantcontacten', veld: 'actor', dan: 'mee' },
    { tabel: 'klantinteracties/internetaken', veld: 'toegewezenAanActoren', dan: 'leeg' },
  ],
};

/** All changes of one deletion. Throws 400 where a row that stays is protected. */
export function verwijder(opslag: Opslag, tabel: TabelNaam, uuid: string): OpslagWijziging[] {
  const weg = new Map<string, OpslagWijziging>();
  const leeg = new Map<string, OpslagWijziging & { rij: unknown }>();

  const ga = (deTabel: TabelNaam, deUuid: string): void => {
    weg.set(deUuid, { tabel: deTabel, weg: deUuid });
    for (const sleutel of NAAR[deTabel] ?? []) {
      for (const rij of wijstNaar(opslag, sleutel.tabel, sleutel.veld, deUuid)) {
        if (weg.has(rij.uuid)) continue;
        if (sleutel.dan === 'mee') ga(sleutel.tabel, rij.uuid);
        else if (sleutel.dan === 'beschermd') beschermd.add(rij.uuid);
        else {
          const waarde = rij[sleutel.veld];
          const over = Array.isArray(waarde) ? waarde.filter((deel) => uuidIn(deel) !== deUuid) : null;
          leeg.set(rij.uuid, { tabel: sleutel.tabel, rij: { ...rij, [sleutel.veld]: over } });
        }
      }
    }
  };
  const beschermd = new Set<string>();
  ga(tabel, uuid);
  if ([...beschermd].some((rij) => !weg.has(rij))) {
    throw ongeldigVeld(
      'nonFieldErrors',
      "Cannot delete some instances of model 'PartijIdentificator' because they are referenced through " +
        "protected foreign keys: 'PartijIdentificator.sub_identificator_van'.",
    );
  }
  return [...[...leeg].filter(([rij]) => !weg.has(rij)).map(([, wijziging]) => wijziging), ...weg.values()];
}
