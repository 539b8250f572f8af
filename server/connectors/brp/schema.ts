import { z } from 'zod';
import { dag, lijstVan, tekst } from '../upstream.ts';

/** Answer of BRP Personen bevragen 2.7.0: a missing field means no value; dates and addresses differ by `type`. */

const DatumBron = z
  .object({ type: z.string().catch(''), datum: dag.optional().catch(undefined), langFormaat: tekst })
  .nullish()
  .catch(null);

/** Some gateways still send the code of the register (0 to 7) instead of a boolean. */
const geheim = z
  .union([z.boolean(), z.number().transform((n) => n > 0)])
  .nullish()
  // Present but unreadable: the careful reading is that it holds.
  .catch(true);

const onderzoek = z.record(z.string(), z.unknown()).nullish().catch({ onleesbaar: true });

const regels = { adresregel1: tekst, adresregel2: tekst, adresregel3: tekst };
/** Found out that they do not live there: as good as under investigation, and present only when true. */
const nietOpAdres = z.boolean().nullish().catch(true);
const VerblijfadresBron = z.object({
  korteStraatnaam: tekst,
  officieleStraatnaam: tekst,
  huisnummer: z.number().nullish().catch(null),
  huisletter: tekst,
  huisnummertoevoeging: tekst,
  postcode: tekst,
  woonplaats: tekst,
  locatiebeschrijving: tekst,
  regel1: tekst,
  regel2: tekst,
  regel3: tekst,
  land: z.object({ omschrijving: tekst }).nullish().catch(null),
  inOnderzoek: onderzoek,
});

export const PersoonBron = z.object({
  burgerservicenummer: z.string().regex(/^\d{9}$/),
  naam: z
    .object({
      voornamen: tekst,
      voorletters: tekst,
      voorvoegsel: tekst,
      geslachtsnaam: tekst,
      volledigeNaam: tekst,
      inOnderzoek: onderzoek,
    })
    .nullish(),
  geboorte: z.object({ datum: DatumBron, inOnderzoek: onderzoek }).nullish(),
  leeftijd: z.number().nullish().catch(null),
  adressering: z
    .object({
      ...regels,
      land: z.object({ omschrijving: tekst }).nullish().catch(null),
      inOnderzoek: onderzoek,
      indicatieVastgesteldVerblijftNietOpAdres: nietOpAdres,
    })
    .nullish(),
  verblijfplaats: z
    .object({
      type: z.string().catch(''),
      verblijfadres: VerblijfadresBron.nullish(),
      inOnderzoek: onderzoek,
      indicatieVastgesteldVerblijftNietOpAdres: nietOpAdres,
    })
    .nullish(),
  geheimhoudingPersoonsgegevens: geheim,
  opschortingBijhouding: z.object({ reden: z.object({ code: tekst }).nullish() }).nullish(),
  inOnderzoek: onderzoek,
});

export const PersonenBron = z.object({ personen: lijstVan(z.unknown()) });
