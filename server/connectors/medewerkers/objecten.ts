import { z } from 'zod';
import { maakObjecten, objectVan, type ObjectenConfig } from '../objecten/basis.ts';
import type { Aanroep, Afdeling, Collega, Groep, Lijst, Tijdvak } from '../ports.ts';
import { dagOfNull, lijstVan, tekst, tekstOfLeeg } from '../upstream.ts';
import { leesTijden } from './tijden.ts';

export interface MedewerkersObjectenConfig extends ObjectenConfig {
  /** URLs of the objecttypen. */
  typen: { afdeling: string; groep: string; medewerker: string };
}

export interface Organisatiebron {
  afdelingen(aanroep: Aanroep): Promise<Lijst<Afdeling>>;
  groepen(aanroep: Aanroep): Promise<Lijst<Groep>>;
  collegas(aanroep: Aanroep): Promise<Lijst<Collega>>;
}

const DAGEN = ['maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag', 'zaterdag', 'zondag'];
/** KISS knows mornings and afternoons only; the border lies at one o'clock. */
const OCHTEND = { van: '08:00', tot: '13:00' };
const MIDDAG = { van: '13:00', tot: '18:00' };

const Dagdelen = z.object({ ochtend: z.boolean().nullish(), middag: z.boolean().nullish() });
const Beschikbaarheid = z.record(z.string(), Dagdelen.nullish());

/** Hours as a text (`ma-vr 09:00-17:00`), or as KISS' mornings and afternoons; null for what is neither. */
function tijdenVan(waarde: unknown): Tijdvak[] | null {
  if (typeof waarde === 'string') return waarde.trim() === '' ? null : leesTijden(waarde);
  const gelezen = Beschikbaarheid.safeParse(waarde);
  if (!gelezen.success) return null;
  return DAGEN.flatMap((naam, i) => {
    const deel = gelezen.data[naam];
    const vak = (wel: boolean | null | undefined, uren: typeof OCHTEND) =>
      wel === true ? [{ dag: i + 1, ...uren }] : [];
    return [...vak(deel?.ochtend, OCHTEND), ...vak(deel?.middag, MIDDAG)];
  });
}

const Telefoons = lijstVan(z.object({ telefoonnummer: tekst })).catch([]);
const Emails = lijstVan(z.object({ email: tekst })).catch([]);
const bereik = {
  telefoonnummer: tekst.catch(null),
  telefoonnummers: Telefoons,
  email: tekst.catch(null),
  emails: Emails,
};
type Bereik = z.output<z.ZodObject<typeof bereik>>;
const telefoonVan = (b: Bereik): string | null =>
  b.telefoonnummer ?? b.telefoonnummers.map((t) => t.telefoonnummer).find((t) => t !== null) ?? null;
const emailVan = (b: Bereik): string | null =>
  b.email ?? b.emails.map((e) => e.email).find((e) => e !== null) ?? null;

const gevuld = z.string().trim().min(1);

const AfdelingBron = objectVan(
  z.object({ identificatie: gevuld, naam: gevuld, openingstijden: z.unknown().optional(), ...bereik }),
);
const GroepBron = objectVan(z.object({ identificatie: gevuld, naam: gevuld, afdelingId: tekst, ...bereik }));

const Vervanging = z.union([tekst, z.object({ name: tekst }).transform(({ name }) => name)]).catch(null);

/** `Medewerker` as KISS reads it (smoelenboek); e-Suite gives one `volledigeNaam`. */
const MedewerkerBron = objectVan(
  z
    .object({
      identificatie: gevuld,
      volledigeNaam: tekstOfLeeg,
      voornaam: tekstOfLeeg,
      voorvoegselAchternaam: tekstOfLeeg,
      achternaam: tekstOfLeeg,
      functie: tekst,
      afdelingen: lijstVan(z.object({ afdelingnaam: tekst })).catch([]),
      groepen: lijstVan(z.object({ groepsnaam: tekst })).catch([]),
      beschikbaarheid: z.unknown().optional(),
      afwezigVan: dagOfNull.optional().catch(null),
      afwezigTot: dagOfNull.optional().catch(null),
      vervanging: Vervanging,
      replacement: Vervanging,
      ...bereik,
    })
    .transform((d) => ({
      ...d,
      naam:
        d.volledigeNaam.trim() ||
        [d.voornaam, d.voorvoegselAchternaam, d.achternaam].filter((deel) => deel.trim() !== '').join(' '),
    }))
    .refine((d) => d.naam !== ''),
);

function collegaVan({ record: { data: d } }: z.output<typeof MedewerkerBron>): Collega {
  return {
    id: d.identificatie,
    naam: d.naam,
    functie: d.functie,
    afdelingen: d.afdelingen.map((a) => a.afdelingnaam).filter((n) => n !== null),
    groepen: d.groepen.map((g) => g.groepsnaam).filter((n) => n !== null),
    telefoon: telefoonVan(d),
    email: emailVan(d),
    werktijden: tijdenVan(d.beschikbaarheid),
    afwezig: d.afwezigVan ? { van: d.afwezigVan, tot: d.afwezigTot ?? null } : null,
    vervanger: d.vervanging ?? d.replacement,
  };
}

const elk = <A, B>({ rijen, onleesbaar }: Lijst<A>, maak: (rij: A) => B): Lijst<B> => ({
  rijen: rijen.map(maak),
  onleesbaar,
});

/** Afdelingen, groepen and medewerkers as objects of three configured types. */
export function maakObjectenbron(
  config: MedewerkersObjectenConfig,
): Organisatiebron & { sluit(): Promise<void> } {
  const objecten = maakObjecten(config);
  const { typen } = config;
  return {
    afdelingen: async (aanroep) =>
      elk(await objecten.vanType(typen.afdeling, AfdelingBron, aanroep), ({ record: { data: d } }) => ({
        ...{ id: d.identificatie, naam: d.naam, telefoon: telefoonVan(d), email: emailVan(d) },
        openingstijden: tijdenVan(d.openingstijden),
      })),
    groepen: async (aanroep) =>
      elk(await objecten.vanType(typen.groep, GroepBron, aanroep), ({ record: { data: d } }) => ({
        ...{ id: d.identificatie, naam: d.naam, telefoon: telefoonVan(d), email: emailVan(d) },
        afdeling: d.afdelingId,
      })),
    collegas: async (aanroep) =>
      elk(await objecten.vanType(typen.medewerker, MedewerkerBron, aanroep), collegaVan),
    sluit: () => objecten.http.sluit(),
  };
}
