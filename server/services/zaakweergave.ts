import type { ZaakBestaan, ZaakKort } from '../../shared/contracts/zaak.ts';
import { maakAntwoord } from '../domain/antwoord.ts';
import { antwoordVanKetenpartner } from '../domain/ketenpartner.ts';
import { kiesPad, type Pad } from '../domain/pad.ts';
import { dayOf } from '../domain/dagen.ts';
import { berekenTermijn } from '../domain/termijn.ts';
import { bouwVoortgang } from '../domain/voortgang.ts';
import { isKlacht } from '../domain/zaaksoort.ts';
import type { Handeling, Niveau } from '../../shared/contracts/waarden.ts';
import { reikt, type Beleid } from '../policies/zaken.ts';
import type { Zaak, Zaaktype } from '../connectors/ports.ts';
import type { Dubbelen } from './dubbelen.ts';
import type { Acties } from './klanttaken.ts';
import { idVanKern, zaakId, type Zaakkern, type Zaaklezing } from './zaaklezing.ts';

/** What a medewerker needs beside the register's answer to be shown a zaak. */
export interface Weergave {
  vandaag: string;
  beleid: Beleid;
  /** What is known of the pad of a zaaktype: set by the beheerder or learned. */
  padVan: (zaaktype: Zaaktype) => { ingesteld: Pad | null; geleerd: Pad | null };
  /** Orders seen in other zaken of that zaaktype. */
  reeksenVan: (zaaktype: Zaaktype) => readonly (readonly string[])[];
  opgeschortTot: (zaakId: string) => string | null;
  /** A zaak that is not the klant's own is shown without an antwoord. */
  metAntwoord: boolean;
  /** What the citizen must still do, where a register of taken says so. */
  acties: Acties;
  dubbelen: Dubbelen;
  /** The id under which this medewerker sees that zaak too; null where he does not. */
  zichtbareVan: (id: string) => string | null;
  /** Visible deelzaken of a hoofdzaak. */
  deelzakenVan: (id: string) => { id: string; omschrijving: string; open: boolean }[];
}

export function toonZaak(
  lezing: Zaaklezing & { zaaktype: Zaaktype },
  niveau: Niveau,
  weergave: Weergave,
): ZaakKort {
  const { register, zaak, zaaktype, statussen, substatussen, besluiten, resultaattype, ketenpartner } =
    lezing;
  const id = zaakId(register.id, zaak.uuid);
  // Below `inhoud` an interne substatus does not exist; the antwoord never uses one at any level.
  const zichtbaar = reikt(niveau, 'inhoud')
    ? substatussen
    : substatussen.filter(({ doelgroep }) => doelgroep === 'betrokkenen');
  const pad = kiesPad({
    ...weergave.padVan(zaaktype),
    statustypen: zaaktype.statustypen,
    reeksen: [...weergave.reeksenVan(zaaktype), statussen.map(({ statustype }) => statustype)],
  });
  const voortgang = bouwVoortgang({
    zaak,
    zaaktype,
    statussen,
    substatussen: zichtbaar,
    pad,
    vandaag: weergave.vandaag,
  });
  const termijn = berekenTermijn({ zaak, zaaktype, statussen, vandaag: weergave.vandaag });
  const laatste = statussen.toSorted(
    (a, b) => Date.parse(b.datumStatusGezet) - Date.parse(a.datumStatusGezet),
  )[0];
  const deelzaken = weergave.deelzakenVan(id);
  const dubbel = weergave.dubbelen.get(id) ?? [];
  return {
    id,
    register: register.naam,
    ookIn: dubbel.map((een) => ({ id: idVanKern(een), register: een.register.naam })),
    niveau: niveau === 'niets' || niveau === 'bestaan' ? 'status' : niveau,
    zaaknummer: zaak.identificatie,
    omschrijving: zaak.omschrijving === '' ? zaaktype.omschrijving : zaak.omschrijving,
    zaaktype: { id: zaaktype.uuid, omschrijving: zaaktype.omschrijving },
    afdeling: lezing.afdeling,
    startdatum: zaak.startdatum,
    verwachteEinddatum: termijn.wettelijk,
    streefdatum: termijn.norm,
    einddatum: zaak.einddatum,
    status:
      laatste === undefined
        ? null
        : {
            naam:
              zaaktype.statustypen.find(({ uuid }) => uuid === laatste.statustype)?.omschrijving ??
              'Onbekende stap',
            datum: dayOf(laatste.datumStatusGezet),
          },
    resultaat: besluitBekend(lezing, weergave.vandaag) ? (resultaattype?.omschrijving ?? null) : null,
    voortgang: reikt(niveau, 'inhoud')
      ? voortgang
      : { ...voortgang, stappen: voortgang.stappen.map((stap) => ({ ...stap, toelichting: null })) },
    termijn,
    // With a status that could not be read there is nothing true to say about where it stands.
    antwoord:
      weergave.metAntwoord && ketenpartner !== null
        ? antwoordVanKetenpartner(ketenpartner, zaak, zaaktype)
        : weergave.metAntwoord && (zaak.status === null || laatste !== undefined)
          ? maakAntwoord({
              zaak,
              zaaktype,
              voortgang,
              termijn,
              statussen,
              resultaat: resultaattype,
              besluiten,
              deelzaken,
              opgeschortTot: weergave.opgeschortTot(id),
              actie: eersteActie(weergave.acties, [zaak, ...dubbel.map((een) => een.zaak)]),
              actieGelezen: weergave.acties.gelezen,
              vandaag: weergave.vandaag,
            })
          : null,
    ketenpartner:
      ketenpartner === null
        ? null
        : { naam: ketenpartner.naam, telefoon: ketenpartner.telefoon, website: ketenpartner.website },
    isKlacht: isKlacht(zaaktype),
    hoofdzaak: zaak.hoofdzaak === null ? null : weergave.zichtbareVan(zaakId(register.id, zaak.hoofdzaak)),
    deelzaken: deelzaken.map((deelzaak) => deelzaak.id),
    magDoen: magDoen(lezing, weergave.beleid),
  };
}

/** A taak names the zaak as one of its registers does. */
const eersteActie = ({ van }: Acties, zaken: readonly Zaak[]): ReturnType<Acties['van']> =>
  zaken.map(({ uuid }) => van(uuid)).find((actie) => actie !== null) ?? null;

/** The outcome is no one's to read out before the besluit was sent; without a besluit there is nothing to wait for. */
const besluitBekend = ({ besluiten }: Zaaklezing, vandaag: string): boolean =>
  besluiten?.every(({ verzenddatum }) => verzenddatum !== null && verzenddatum <= vandaag) === true;

/** What the record's own state allows, next to what the rights allow. */
function magDoen(kern: Zaakkern, beleid: Beleid): Handeling[] {
  const open = kern.zaak.einddatum === null;
  const kan: Partial<Record<Handeling, boolean>> = {
    contactmoment: true,
    substatus: open && kern.register.kan.substatussen && kern.zaak.status !== null,
    status: open && kern.zaaktype !== null,
    document: kern.register.kan.documenten,
  };
  return (Object.keys(kan) as Handeling[]).filter(
    (handeling) => kan[handeling] === true && beleid.magDoen(handeling, kern.beleid),
  );
}

/** Level `bestaan`: a neutral group, the afdeling and how to reach it; no name, number or date. */
export function bestaanVan(kern: Zaakkern): ZaakBestaan {
  const sociaal =
    kern.beleid.groep === 'schuldhulp' ||
    kern.beleid.groep === 'sociaal domein' ||
    kern.beleid.groep === 'jeugd';
  return {
    groep: sociaal ? 'sociaal domein' : 'een zaak',
    afdeling: kern.afdeling,
    bereikbaar: `Verbind door met afdeling ${kern.afdeling}, of vraag of zij de inwoner bellen.`,
  };
}
