import { z } from 'zod';
import { metOnzekerheid } from '../onzeker.ts';
import { BronFout, type Aanroep, type Zaakregister } from '../ports.ts';
import { lees, uuidVanUrl } from '../upstream.ts';
import type { Zgw } from './basis.ts';

const Gemaakt = z.object({ url: uuidVanUrl });

export interface Schrijven extends Pick<Zaakregister, 'zetStatus' | 'zetSubstatus' | 'zetResultaat'> {
  /** Tells the zaak of a contactmoment of the older style; the register links it back by itself (Open Zaak). */
  koppelContactmoment(zaak: string, contactmoment: string, aanroep: Aanroep): Promise<unknown>;
}

/** Writes go out once; what the zaak's cached answers held is dropped, also when the outcome is unknown. */
export function maakSchrijven(zgw: Zgw): Schrijven {
  const { id, kan, zaken: basis } = zgw.config;

  async function maak(pad: string, zaak: string, lichaam: Record<string, unknown>, aanroep: Aanroep) {
    try {
      const antwoord = await metOnzekerheid(
        zgw.http.schrijf(
          {
            basis,
            pad,
            methode: 'POST',
            lichaam: { zaak: zgw.url('zaken', `/zaken/${zaak}`), ...lichaam },
          },
          aanroep,
        ),
      );
      return { uuid: lees(id, Gemaakt, antwoord).url };
    } finally {
      zgw.cache.vergeet(zaak);
    }
  }

  return {
    koppelContactmoment: (zaak, contactmoment, aanroep) =>
      maak('/zaakcontactmomenten', zaak, { contactmoment }, aanroep),
    zetStatus: ({ zaak, statustype, datumStatusGezet, toelichting }, aanroep) =>
      maak(
        '/statussen',
        zaak,
        {
          statustype: zgw.url('catalogi', `/statustypen/${statustype}`),
          datumStatusGezet,
          statustoelichting: toelichting ?? '',
        },
        aanroep,
      ),
    async zetSubstatus({ zaak, status, omschrijving, doelgroep, tijdstip }, aanroep) {
      if (!kan.substatussen) throw new BronFout(id, 'niet_ondersteund', { code: 'substatussen' });
      const lichaam = { status: zgw.url('zaken', `/statussen/${status}`), omschrijving, doelgroep, tijdstip };
      return maak('/substatussen', zaak, lichaam, aanroep);
    },
    zetResultaat: ({ zaak, resultaattype, toelichting }, aanroep) =>
      maak(
        '/resultaten',
        zaak,
        {
          resultaattype: zgw.url('catalogi', `/resultaattypen/${resultaattype}`),
          toelichting: toelichting ?? '',
        },
        aanroep,
      ),
  };
}
