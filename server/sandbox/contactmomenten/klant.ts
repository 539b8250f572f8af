import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { ongeldigVeld } from '../http/fout.ts';
import { RSIN_OEVERDAM } from '../gemeente/nummers.ts';
import { keur, tekst, vrijeTekst } from '../keur.ts';
import { isObject, tekstIn, uuidIn, wijstNaar } from '../klantinteracties/groepen.ts';
import type { Opslag } from '../opslag.ts';
import type { JsonObject, Rij } from '../typen.ts';
import { rsin } from './contactmoment.ts';
import type { Kijk } from './kijk.ts';
import { klantPad } from './koppelingen.ts';

const PARTIJEN = 'klantinteracties/partijen';
const NUMMERS = 'klantinteracties/partij-identificatoren';

/** Subject of this style ↔ codes of the newer one. */
const SUBJECT = {
  natuurlijk_persoon: { veld: 'inpBsn', codes: ['bsn'], register: 'brp' },
  niet_natuurlijk_persoon: { veld: 'innNnpId', codes: ['kvk_nummer', 'rsin'], register: 'hr' },
  vestiging: { veld: 'vestigingsNummer', codes: ['vestigingsnummer'], register: 'hr' },
} as const;
type Subject = keyof typeof SUBJECT;
const SUBJECTEN = Object.keys(SUBJECT) as Subject[];

const FILTERS: Record<string, Subject> = {
  subjectNatuurlijkPersoon__inpBsn: 'natuurlijk_persoon',
  subjectNietNatuurlijkPersoon__innNnpId: 'niet_natuurlijk_persoon',
  subjectVestiging__vestigingsNummer: 'vestiging',
};

const identificatorIn = (rij: Rij): JsonObject => {
  const groep = rij['partijIdentificator'];
  return isObject(groep) ? groep : {};
};
const codeIn = (rij: Rij): string => tekstIn(identificatorIn(rij)['codeSoortObjectId']);
const hoort = (subject: Subject, rij: Rij): boolean =>
  (SUBJECT[subject].codes as readonly string[]).includes(codeIn(rij));

const nummersVan = (partij: string, opslag: Opslag): Rij[] =>
  wijstNaar(opslag, NUMMERS, 'identificeerdePartij', partij);
const subjectVan = (partij: string, opslag: Opslag): Subject | undefined =>
  SUBJECTEN.find((subject) => nummersVan(partij, opslag).some((rij) => hoort(subject, rij)));

function adresVan(partij: string, soort: string, opslag: Opslag): string {
  const adressen = wijstNaar(opslag, 'klantinteracties/digitaleadressen', 'verstrektDoorPartij', partij);
  return tekstIn(adressen.find((a) => a['soortDigitaalAdres'] === soort)?.['adres']);
}

const Klant = z.object({
  bronorganisatie: rsin,
  klantnummer: tekst(8),
  bedrijfsnaam: vrijeTekst(200),
  voornaam: vrijeTekst(200),
  voorvoegselAchternaam: vrijeTekst(10),
  achternaam: vrijeTekst(200),
  subjectType: z.enum(SUBJECTEN as [Subject, ...Subject[]]),
  subjectIdentificatie: z.object({
    inpBsn: vrijeTekst(9),
    innNnpId: vrijeTekst(9),
    vestigingsNummer: vrijeTekst(24),
  }),
});

function kies(p: ReadonlyMap<string, string>, opslag: Opslag): Rij[] {
  const partijen = opslag.tabel(PARTIJEN);
  let rijen: Rij[] | undefined;
  for (const [naam, subject] of Object.entries(FILTERS)) {
    const nummer = p.get(naam);
    if (nummer === undefined || nummer === '') continue;
    const raak = opslag
      .tabel(NUMMERS)
      .op('partijIdentificator.objectId', nummer)
      .filter((rij) => hoort(subject, rij))
      .map((rij) => uuidIn(rij['identificeerdePartij']));
    rijen = (rijen ?? partijen.alle()).filter((rij) => raak.includes(rij.uuid));
  }
  const soort = p.get('subjectType');
  return (rijen ?? partijen.alle()).filter((rij) => !soort || subjectVan(rij.uuid, opslag) === soort);
}

/** `/klanten` of Open Klant 1: partijen of the other style. */
export const klanten: Kijk = {
  naam: 'klanten',
  parameters: [...Object.keys(FILTERS), 'subjectType'],
  kies,
  rij: (uuid, opslag) => opslag.tabel(PARTIJEN).get(uuid),
  toon: (rij, opslag) => {
    const subject = subjectVan(rij.uuid, opslag);
    const nummer = subject && nummersVan(rij.uuid, opslag).find((n) => hoort(subject, n));
    const groep = isObject(rij['partijIdentificatie']) ? rij['partijIdentificatie'] : {};
    const naam = isObject(groep['contactnaam']) ? groep['contactnaam'] : {};
    return {
      url: klantPad(rij.uuid),
      bronorganisatie: RSIN_OEVERDAM,
      klantnummer: tekstIn(rij['nummer']).slice(0, 8),
      bedrijfsnaam: tekstIn(groep['naam']),
      functie: '',
      websiteUrl: '',
      voornaam: tekstIn(naam['voornaam']),
      voorvoegselAchternaam: tekstIn(naam['voorvoegselAchternaam']),
      achternaam: tekstIn(naam['achternaam']),
      telefoonnummer: adresVan(rij.uuid, 'telefoonnummer', opslag).slice(0, 20),
      emailadres: adresVan(rij.uuid, 'email', opslag),
      adres: null,
      subject: '',
      subjectType: subject ?? 'natuurlijk_persoon',
      subjectIdentificatie:
        subject && nummer ? { [SUBJECT[subject].veld]: tekstIn(identificatorIn(nummer)['objectId']) } : null,
      aanmaakkanaal: '',
      geverifieerd: false,
    };
  },
  maak: (lichaam, opslag) => {
    const gelezen = keur(Klant, lichaam);
    if (
      opslag
        .tabel(PARTIJEN)
        .alle()
        .some((rij) => rij['nummer'] === gelezen.klantnummer)
    )
      throw ongeldigVeld('klantnummer', 'unique', 'Er bestaat al een klant met dit klantnummer.');
    const { veld, codes, register } = SUBJECT[gelezen.subjectType];
    const objectId = gelezen.subjectIdentificatie[veld];
    const persoon = gelezen.subjectType === 'natuurlijk_persoon';
    const { voornaam, voorvoegselAchternaam, achternaam, bedrijfsnaam } = gelezen;
    const rij: Rij = {
      uuid: randomUUID(),
      nummer: gelezen.klantnummer,
      soortPartij: persoon ? 'persoon' : 'organisatie',
      indicatieActief: true,
      voorkeurstaal: '',
      partijIdentificatie: persoon
        ? { contactnaam: { voorletters: '', voornaam, voorvoegselAchternaam, achternaam } }
        : { naam: bedrijfsnaam },
    };
    const nummer: Rij = {
      uuid: randomUUID(),
      identificeerdePartij: { uuid: rij.uuid },
      anderePartijIdentificator: '',
      partijIdentificator: {
        codeObjecttype: gelezen.subjectType,
        codeRegister: register,
        // KVK and RSIN share one field here; their length tells them apart.
        codeSoortObjectId: veld === 'innNnpId' && objectId.length === 9 ? 'rsin' : codes[0],
        objectId,
      },
      subIdentificatorVan: null,
    };
    const metNummer = objectId === '' ? [] : [{ tabel: NUMMERS, rij: nummer } as const];
    return { rij, alles: [...metNummer, { tabel: PARTIJEN, rij }] };
  },
};
