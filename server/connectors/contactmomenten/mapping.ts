import type { z } from 'zod';
import { Resultaat, Vraagtype } from '../../../shared/contracts/waarden.ts';
import { uuidUit } from '../http/adres.ts';
import type { Internetaak, Klantcontact, NieuwKlantcontact, Partij } from '../ports.ts';
import { tijdstip } from '../upstream.ts';
import type { ContactmomentBron, KlantBron, ObjectcontactBron } from './schema.ts';
import { leesVerwijzing, schrijfVerwijzing, type Verwijzing } from './verwijzing.ts';

type Contactbron = z.output<typeof ContactmomentBron>;

/** The standard has no preferred language or channel for a klant. */
export const partijVan = (b: z.output<typeof KlantBron>): Partij => ({
  uuid: b.url,
  telefoon: b.telefoonnummer,
  email: b.emailadres,
  voorkeurstaal: null,
  voorkeurskanaal: null,
});

export const zakenUit = (objecten: readonly z.output<typeof ObjectcontactBron>[]): string[] => [
  ...new Set(
    objecten.flatMap((o) => (o.objectType.toLowerCase() === 'zaak' ? (uuidUit(o.object) ?? o.object) : [])),
  ),
];

function medewerkerVan(m: Contactbron['medewerkerIdentificatie']): string | null {
  const naam = [m?.voorletters, m?.voorvoegselAchternaam, m?.achternaam].filter(Boolean).join(' ');
  return naam || m?.identificatie || null;
}

/** e-Suite's adapter glues the answer behind the question, as KISS shows it; here they are apart again. */
function zonderAntwoord({ tekst, antwoord }: Contactbron): string {
  return antwoord !== null && tekst.endsWith(`\n${antwoord}`) ? tekst.slice(0, -antwoord.length - 1) : tekst;
}

/** Subject and content of a contact of ours; of another's, its text is the content and the subject stays empty. */
function woordenVan(b: Contactbron, eigen: Verwijzing | null) {
  if (b.antwoord !== null) {
    const vraag = zonderAntwoord(b);
    return eigen === null
      ? { onderwerp: b.onderwerp ?? '', inhoud: vraag || null, reactie: b.antwoord }
      : { onderwerp: vraag, inhoud: b.antwoord, reactie: null };
  }
  const kop = eigen !== null && b.tekst.slice(eigen.kop).startsWith('\n\n') ? eigen.kop : 0;
  const inhoud = b.tekst.slice(kop).trim();
  return {
    onderwerp: b.tekst.slice(0, kop) || (b.onderwerp ?? ''),
    inhoud: inhoud === '' ? null : inhoud,
    reactie: null,
  };
}

/** An unfinished contact of e-Suite is a terugbelverzoek: `status` is `afgehandeld` once done (docs/STANDAARDEN.md). */
function taakVan(b: Contactbron): Internetaak[] {
  if (b.status === null || b.status.toLowerCase() === 'afgehandeld') return [];
  return [
    {
      uuid: b.url,
      klantcontact: b.url,
      gevraagdeHandeling: b.type ?? 'Terugbelverzoek',
      toelichting: b.toelichting,
      status: 'te_verwerken',
      toegewezenAan: b.behandelaar?.volledigeNaam ?? b.behandelaar?.gebruikersnaam ?? b.groep ?? b.afdeling,
      toegewezenOp: null,
      afgehandeldOp: null,
    },
  ];
}

export function klantcontactVan(b: Contactbron, zaken: string[]): Klantcontact {
  const eigen = leesVerwijzing(b.onderwerpLinks);
  const meta = eigen?.metadata ?? {};
  return {
    uuid: b.url,
    referentienummer: eigen?.referentienummer ?? null,
    kanaal: b.kanaal,
    ...woordenVan(b, eigen),
    // The style knows no mark for it, and a contact with the mark is never written here.
    vertrouwelijk: false,
    taal: eigen?.taal ?? '',
    plaatsgevondenOp: b.registratiedatum,
    beeindigdOp: tijdstip
      .nullable()
      .catch(null)
      .parse(meta['beeindigdOp'] ?? null),
    richting: b.initiatiefnemer === 'gemeente' ? 'uitgaand' : 'inkomend',
    vraagtype: Vraagtype.nullable()
      .catch(null)
      .parse(meta['vraagtype'] ?? null),
    resultaat: Resultaat.nullable()
      .catch(null)
      .parse(meta['resultaat'] ?? null),
    medewerker: medewerkerVan(b.medewerkerIdentificatie),
    zaken,
    internetaken: taakVan(b),
  };
}

/** The medewerker as the API holds one; an id beyond its 24 characters is left out, never cut. */
export const medewerkerNaar = ({ id, naam }: { id: string; naam: string }) => ({
  identificatie: id.length <= 24 ? id : '',
  achternaam: naam.slice(0, 200),
  voorletters: '',
  voorvoegselAchternaam: '',
});

export function contactmomentNaar(
  nieuw: NieuwKlantcontact,
  product: 'openklant1' | 'esuite',
  bronorganisatie: string,
  medewerker: { id: string; naam: string } | null,
) {
  const onderwerp = nieuw.onderwerp.replace(/\s+/g, ' ').trim();
  const { beeindigdOp, resultaat, richting } = nieuw.metadata;
  return {
    bronorganisatie,
    registratiedatum: nieuw.plaatsgevondenOp,
    kanaal: nieuw.kanaal,
    onderwerpLinks: [schrijfVerwijzing(nieuw, onderwerp.length)],
    initiatiefnemer: richting === 'uitgaand' ? 'gemeente' : 'klant',
    voorkeurskanaal: '',
    voorkeurstaal: '',
    medewerker: '',
    ...(medewerker === null ? {} : { medewerkerIdentificatie: medewerkerNaar(medewerker) }),
    ...(product === 'openklant1'
      ? { tekst: onderwerp === '' ? nieuw.inhoud : `${onderwerp}\n\n${nieuw.inhoud}` }
      : // As KISS sends it to the adapter: the question apart; without a behandelaar it is finished at once.
        {
          tekst: nieuw.inhoud,
          vraag: onderwerp,
          startdatum: nieuw.plaatsgevondenOp,
          ...(beeindigdOp === undefined ? {} : { einddatum: beeindigdOp }),
          ...(resultaat === undefined ? {} : { gespreksresultaat: resultaat }),
        }),
  };
}
