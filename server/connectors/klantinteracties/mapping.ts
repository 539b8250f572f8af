import type { z } from 'zod';
import { Resultaat, Richting, Vraagtype } from '../../../shared/contracts/waarden.ts';
import { uuidUit } from '../http/adres.ts';
import type { Gevondenpartij, Internetaak, Klantcontact, Partij } from '../ports.ts';
import { tijdstip } from '../upstream.ts';
import type { InternetaakBron, KlantcontactBron, OnderwerpobjectBron, PartijBron } from './schema.ts';

export function partijVan(b: z.output<typeof PartijBron>): Partij {
  const adressen = b._expand?.digitaleAdressen ?? [];
  const eerste = (soort: string): string | null => {
    const van = adressen.filter((a) => a.soortDigitaalAdres === soort && a.adres !== '');
    return (van.find((a) => a.isStandaardAdres === true) ?? van[0])?.adres ?? null;
  };
  const voorkeur = adressen.find((a) => a.uuid === b.voorkeursDigitaalAdres?.uuid);
  return {
    uuid: b.uuid,
    telefoon: eerste('telefoonnummer'),
    email: eerste('email'),
    voorkeurstaal: b.voorkeurstaal,
    voorkeurskanaal: voorkeur?.soortDigitaalAdres ?? null,
  };
}

export function gevondenpartijVan(b: z.output<typeof PartijBron>): Gevondenpartij {
  const nummer = (code: string): string | null =>
    b.partijIdentificatoren.find(({ partijIdentificator: i }) => i?.codeSoortObjectId === code)
      ?.partijIdentificator?.objectId ?? null;
  const [bsn, kvkNummer] = [nummer('bsn'), nummer('kvk_nummer')];
  const naam = b.partijIdentificatie;
  const delen = naam?.contactnaam;
  const opgebouwd = [delen?.voornaam ?? delen?.voorletters, delen?.voorvoegselAchternaam, delen?.achternaam]
    .filter(Boolean)
    .join(' ');
  return {
    uuid: b.uuid,
    naam: naam?.volledigeNaam ?? naam?.naam ?? (opgebouwd || null),
    geheimhouding: b.indicatieGeheimhouding === true,
    sleutel:
      bsn !== null
        ? { soort: 'persoon', nummer: bsn }
        : kvkNummer === null
          ? null
          : { soort: 'bedrijf', nummer: kvkNummer },
    rsin: nummer('rsin'),
    vestigingsnummer: nummer('vestigingsnummer'),
  };
}

/**
 * uuids of zaken among the onderwerpobjecten, in Open Klant's and in KISS' spelling, as uuid or as URL. A zaak that is named
 * otherwise stays as it stands: it is one that nobody can look up, so that nobody is told what was said about it.
 */
export function zakenUit(objecten: readonly z.output<typeof OnderwerpobjectBron>[]): string[] {
  const uuids = objecten.flatMap(({ onderwerpobjectidentificator: o }) => {
    if (!o || (o.codeObjecttype !== '' && !/zaak/i.test(o.codeObjecttype))) return [];
    return uuidUit(o.objectId) ?? (o.codeObjecttype === '' || o.objectId === '' ? [] : o.objectId);
  });
  return [...new Set(uuids)];
}

function internetaakVan(
  b: z.output<typeof InternetaakBron>,
  naamVan: (actor: string) => string | null,
): Internetaak {
  const actoren = b.toegewezenAanActoren.map((a) => a.uuid);
  if (actoren.length === 0 && b.toegewezenAanActor) actoren.push(b.toegewezenAanActor.uuid);
  const namen = actoren.map(naamVan).filter((n) => n !== null);
  return {
    uuid: b.uuid,
    klantcontact: b.aanleidinggevendKlantcontact.uuid,
    gevraagdeHandeling: b.gevraagdeHandeling,
    toelichting: b.toelichting,
    status: b.status,
    toegewezenAan: namen.length === 0 ? null : namen.join(', '),
    toegewezenOp: b.toegewezenOp,
    afgehandeldOp: b.afgehandeldOp,
  };
}

export function klantcontactVan(
  b: z.output<typeof KlantcontactBron>,
  naamVan: (actor: string) => string | null,
): Klantcontact {
  const meta = (sleutel: string): string | null => {
    const waarde = b.metadata?.[sleutel];
    return typeof waarde === 'string' && waarde !== '' ? waarde : null;
  };
  const medewerker = b.hadBetrokkenActoren.find((a) => a.soortActor === 'medewerker')?.naam;
  return {
    uuid: b.uuid,
    referentienummer: b.referentienummer,
    kanaal: b.kanaal,
    onderwerp: b.onderwerp,
    inhoud: b.inhoud,
    reactie: b.reactie,
    vertrouwelijk: b.vertrouwelijk,
    taal: b.taal,
    plaatsgevondenOp: b.plaatsgevondenOp,
    beeindigdOp: tijdstip.nullable().catch(null).parse(meta('beeindigdOp')),
    richting: Richting.catch('inkomend').parse(meta('richting')),
    vraagtype: Vraagtype.nullable().catch(null).parse(meta('vraagtype')),
    resultaat: Resultaat.nullable().catch(null).parse(meta('resultaat')),
    medewerker: medewerker ?? meta('medewerker'),
    zaken: zakenUit(b._expand?.gingOverOnderwerpobjecten ?? []),
    internetaken: (b._expand?.leiddeTotInterneTaken ?? []).map((t) => internetaakVan(t, naamVan)),
  };
}
