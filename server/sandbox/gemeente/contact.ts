/** Writes one contact with all that hangs on it: betrokkene, actor, zaak, terugbelverzoek. */
import type { Actoren } from './actoren.ts';
import { iso, type Tijdstip } from './datum.ts';
import type { Afdeling, Medewerker } from './organisatie.ts';
import { contactnaam, type Partij } from './partijen.ts';
import type { Prng } from './prng.ts';
import type { GeschrevenZaak } from './stukken.ts';
import type { Gemeente, Rij } from '../typen.ts';

/** Values of `metadata`, those that the console writes too. */
export interface Contact {
  partij: Partij | null;
  kanaal: string;
  vraagtype: 'voortgang' | 'informatie' | 'aanvraag' | 'klacht' | 'overig';
  /** null: not dealt with yet. */
  resultaat: 'beantwoord' | 'gedeeltelijk' | 'niet_beantwoord' | 'doorverwezen' | 'terugbelverzoek' | null;
  /** The answer to a written question. */
  reactie?: string;
  /** Written by the klant in a portal or mailbox, which knows nothing of our metadata nor of who will deal with it. */
  vanBuiten?: true;
  richting: 'inkomend' | 'uitgaand';
  onderwerp: string;
  inhoud: string;
  tijdstip: Tijdstip;
  medewerker: Medewerker;
  zaken: readonly GeschrevenZaak[];
  terugbellen?: { afdeling: Afdeling; handeling: string; toelichting: string; afgehandeld: Tijdstip | null };
  nietBereikt?: true;
  vertrouwelijk?: true;
}

export interface Schrijver {
  gemeente: Gemeente;
  prng: Prng;
  actoren: Actoren;
  /** Counts referentienummers. */
  nummer: number;
}

/** Ten digits at most (Open Klant), unique over klantcontacten and internetaken. */
function referentienummer(schrijver: Schrijver): string {
  schrijver.nummer += 1;
  return String(2_000_000_000 + schrijver.nummer);
}

/** Minutes that a contact takes by kanaal: written ones have no length. */
function duur(prng: Prng, kanaal: string): number {
  return kanaal === 'telefoon' || kanaal === 'balie' || kanaal === 'chat' ? prng.heel(90, 900) * 1000 : 0;
}

export function schrijfContact(schrijver: Schrijver, contact: Contact): Rij {
  const { gemeente, prng, actoren } = schrijver;
  const tabel = gemeente.tabellen;
  const uuid = prng.uuid();
  const klantcontact = { uuid };
  const rij: Rij = {
    uuid,
    nummer: null,
    referentienummer: referentienummer(schrijver),
    kanaal: contact.kanaal,
    onderwerp: contact.onderwerp.slice(0, 200),
    inhoud: contact.inhoud.slice(0, 1000),
    reactie: contact.reactie ?? '',
    indicatieContactGelukt: contact.nietBereikt !== true,
    hoofdOnderwerpType: '',
    verdereActieOndernomen: contact.terugbellen !== undefined,
    taal: 'nld',
    vertrouwelijk: contact.vertrouwelijk === true,
    plaatsgevondenOp: iso(contact.tijdstip),
    metadata:
      contact.vanBuiten === true
        ? {}
        : {
            vraagtype: contact.vraagtype,
            ...(contact.resultaat === null ? {} : { resultaat: contact.resultaat }),
            richting: contact.richting,
            beeindigdOp: iso(contact.tijdstip + duur(prng, contact.kanaal)),
          },
  };
  tabel['klantinteracties/klantcontacten'].push(rij);
  if (contact.partij !== null) {
    tabel['klantinteracties/betrokkenen'].push({
      uuid: prng.uuid(),
      wasPartij: { uuid: contact.partij.uuid },
      hadKlantcontact: klantcontact,
      bezoekadres: null,
      correspondentieadres: null,
      contactnaam: contactnaam(contact.partij.wie),
      rol: 'klant',
      organisatienaam: contact.partij.wie.soort === 'bedrijf' ? contact.partij.wie.naam.slice(0, 200) : '',
      initiator: contact.richting === 'inkomend',
    });
  }
  const actor = actoren.medewerkers.get(contact.medewerker);
  if (actor !== undefined && (contact.vanBuiten !== true || contact.reactie !== undefined)) {
    tabel['klantinteracties/actorklantcontacten'].push({
      uuid: prng.uuid(),
      actor: { uuid: actor },
      klantcontact,
    });
  }
  for (const zaak of contact.zaken) {
    tabel['klantinteracties/onderwerpobjecten'].push({
      uuid: prng.uuid(),
      klantcontact,
      wasKlantcontact: null,
      onderwerpobjectidentificator: {
        objectId: zaak.uuid,
        codeObjecttype: 'zaak',
        codeRegister: 'open-zaak',
        codeSoortObjectId: 'uuid',
      },
    });
  }
  if (contact.terugbellen !== undefined) schrijfTaak(schrijver, uuid, contact, contact.terugbellen);
  return rij;
}

function schrijfTaak(
  schrijver: Schrijver,
  klantcontact: string,
  contact: Contact,
  terugbellen: NonNullable<Contact['terugbellen']>,
): void {
  const actor = schrijver.actoren.afdelingen.get(terugbellen.afdeling);
  if (actor === undefined) throw new Error(`Onbekende afdeling ${terugbellen.afdeling}`);
  const { afgehandeld } = terugbellen;
  schrijver.gemeente.tabellen['klantinteracties/internetaken'].push({
    uuid: schrijver.prng.uuid(),
    nummer: null,
    referentienummer: referentienummer(schrijver),
    gevraagdeHandeling: terugbellen.handeling,
    aanleidinggevendKlantcontact: { uuid: klantcontact },
    toegewezenAanActor: { uuid: actor },
    toegewezenAanActoren: [{ uuid: actor }],
    toelichting: terugbellen.toelichting,
    status: afgehandeld === null ? 'te_verwerken' : 'verwerkt',
    toegewezenOp: iso(contact.tijdstip + 60_000),
    afgehandeldOp: afgehandeld === null ? null : iso(afgehandeld),
  });
}
