import { BronFout, type Medewerkerregister } from '../ports.ts';
import { RegistersFout } from '../registers-config.ts';
import { bereikbaarheidVan, isVan } from './bereikbaar.ts';
import { volgCsv, type Organisatie } from './csv.ts';
import { maakObjectenbron, type MedewerkersObjectenConfig, type Organisatiebron } from './objecten.ts';

interface Naam {
  id: string;
  naam: string;
}

function maakRegister({ id, naam }: Naam, bron: Organisatiebron): Medewerkerregister {
  return {
    id,
    naam,
    afdelingen: (aanroep) => bron.afdelingen(aanroep),
    groepen: (aanroep) => bron.groepen(aanroep),
    async medewerkers({ afdeling }, aanroep) {
      const alle = await bron.collegas(aanroep);
      if (afdeling === undefined) return alle;
      // Asked by id or by name, and written by either: the register of afdelingen tells which belong together.
      const bekend = (await bron.afdelingen(aanroep)).rijen.find((a) => isVan(a, [afdeling]));
      const gezocht = bekend ?? { id: afdeling, naam: afdeling };
      return { ...alle, rijen: alle.rijen.filter((c) => isVan(gezocht, c.afdelingen)) };
    },
    async bereikbaar(nu, aanroep) {
      const [afdelingen, collegas] = await Promise.all([bron.afdelingen(aanroep), bron.collegas(aanroep)]);
      return {
        rijen: bereikbaarheidVan(afdelingen.rijen, collegas.rijen, nu),
        onleesbaar: afdelingen.onleesbaar + collegas.onleesbaar,
      };
    },
  };
}

/** Who works here, from an Objecten API. */
export function maakMedewerkersUitObjecten(
  config: MedewerkersObjectenConfig,
): Medewerkerregister & { sluit(): Promise<void> } {
  const bron = maakObjectenbron(config);
  return { ...maakRegister(config, bron), sluit: () => bron.sluit() };
}

/** Who works here, from a CSV; a wrong row stops the start, and afterwards the source until the file is right again. */
export function maakMedewerkersUitCsv(
  config: Naam & { pad: string },
): Medewerkerregister & { sluit(): Promise<void> } {
  const volg = volgCsv(config.pad);
  const lees = async <K extends keyof Organisatie>(wat: K) => {
    try {
      return { rijen: volg()[wat], onleesbaar: 0 };
    } catch (oorzaak) {
      if (!(oorzaak instanceof RegistersFout))
        throw new BronFout(config.id, 'onbereikbaar', { code: 'bestand', cause: oorzaak });
      throw new BronFout(config.id, 'onleesbaar', { code: 'csv', melding: oorzaak.message });
    }
  };
  const bron: Organisatiebron = {
    afdelingen: () => lees('afdelingen'),
    groepen: () => lees('groepen'),
    collegas: () => lees('collegas'),
  };
  return { ...maakRegister(config, bron), sluit: async () => undefined };
}
