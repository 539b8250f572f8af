import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { Antwoord, Termijn, Voortgang } from '../../shared/contracts/zaak.ts';
import type { Status } from '../../server/connectors/ports.ts';
import { maakAntwoord } from '../../server/domain/antwoord.ts';
import { kiesPad, leerPad } from '../../server/domain/pad.ts';
import { opVolgorde } from '../../server/domain/status.ts';
import { berekenTermijn } from '../../server/domain/termijn.ts';
import { bouwVoortgang } from '../../server/domain/voortgang.ts';
import { maakGemeente } from '../../server/sandbox/gemeente/index.ts';
import { bouwBesluit, bouwSubstatus, bouwZaak, VANDAAG } from './bouw.ts';
import { leesZaaktypen, uuidVan } from './catalogus.ts';
import { verwachtGoedeZinnen } from './antwoord/regels.ts';

/** The made gemeente, read as a connector would: some 800 zaken with all that happened to them. */
const { tabellen } = maakGemeente({
  seed: 7,
  burgers: 100,
  bedrijven: 10,
  peildatum: new Date(`${VANDAAG}T12:00:00Z`),
});

const zaaktypen = leesZaaktypen(
  tabellen['catalogi/zaaktypen'],
  tabellen['catalogi/statustypen'],
  tabellen['catalogi/resultaattypen'],
);
const verwijzing = z.string().transform(uuidVan);
const dag = z.string().nullable();

const zaken = z
  .array(
    z.object({
      uuid: z.string(),
      zaaktype: verwijzing,
      startdatum: z.string(),
      einddatum: dag,
      einddatumGepland: dag,
      uiterlijkeEinddatumAfdoening: dag,
      opschorting: z.object({ indicatie: z.boolean(), reden: z.string() }).nullable(),
      verlenging: z.object({ reden: z.string(), duur: z.string() }).nullable(),
    }),
  )
  .parse(tabellen['zaken/zaken']);
const statussen: Status[] = z
  .array(
    z.object({
      uuid: z.string(),
      zaak: verwijzing,
      statustype: verwijzing,
      datumStatusGezet: z.string(),
      statustoelichting: z.string(),
    }),
  )
  .parse(tabellen['zaken/statussen'])
  .map(({ statustoelichting, ...status }) => ({ ...status, toelichting: statustoelichting }));
const substatussen = z
  .array(
    z.object({
      uuid: z.string(),
      zaak: verwijzing,
      status: verwijzing,
      omschrijving: z.string(),
      tijdstip: z.string(),
      doelgroep: z.enum(['betrokkenen', 'intern']),
    }),
  )
  .parse(tabellen['zaken/substatussen'])
  .map(bouwSubstatus);
const resultaten = z
  .array(z.object({ zaak: verwijzing, resultaattype: verwijzing }))
  .parse(tabellen['zaken/resultaten']);
const besluiten = z
  .array(
    z.object({
      uuid: z.string(),
      zaak: verwijzing,
      datum: dag,
      verzenddatum: dag,
      uiterlijkeReactiedatum: dag,
    }),
  )
  .parse(tabellen['besluiten/besluiten'])
  .map(bouwBesluit);

const statussenVan = Map.groupBy(statussen, (status) => status.zaak);
const reeksenVan = (zaaktype: string, gesloten: boolean): string[][] =>
  zaken
    .filter((zaak) => zaak.zaaktype === zaaktype && (zaak.einddatum !== null || !gesloten))
    .map((zaak) => opVolgorde(statussenVan.get(zaak.uuid) ?? []).map((status) => status.statustype));

const padVan = new Map(
  zaaktypen.map((type) => {
    const geleerd = leerPad(reeksenVan(type.uuid, true), type.statustypen);
    const reeksen = reeksenVan(type.uuid, false);
    return [type.uuid, kiesPad({ ingesteld: null, geleerd, statustypen: type.statustypen, reeksen })];
  }),
);

describe('de gemeente van de meegeleverde registers', () => {
  it('leert de volgorde van de catalogus die op alfabet nummert', () => {
    const type = zaaktypen.find((een) => een.omschrijving === 'Bijzondere bijstand')!;
    const namen = (uuids: readonly string[] | undefined) =>
      uuids?.map((uuid) => type.statustypen.find((status) => status.uuid === uuid)?.omschrijving);
    const pad = leerPad(reeksenVan(type.uuid, true), type.statustypen);
    expect(namen(pad?.stappen)).toEqual([
      'Ontvangen',
      'Geaccepteerd',
      'In behandeling genomen',
      'Afgehandeld',
    ]);
    expect(namen(pad?.uitgangen)).toEqual(['Ingetrokken']);
  });

  it('geeft elke zaak elke status eenmaal, en een goed antwoord zonder intern nieuws', () => {
    const intern = new Set(
      substatussen.filter((sub) => sub.doelgroep === 'intern').map((sub) => sub.omschrijving),
    );
    expect(zaken.length).toBeGreaterThan(500);
    expect(intern.size).toBeGreaterThan(5);
    for (const rij of zaken) {
      const zaak = bouwZaak({
        ...rij,
        opschorting: rij.opschorting?.indicatie === true ? rij.opschorting : null,
      });
      const zaaktype = zaaktypen.find((type) => type.uuid === rij.zaaktype)!;
      const eigen = statussenVan.get(zaak.uuid) ?? [];
      const voortgang = bouwVoortgang({
        zaak,
        zaaktype,
        statussen: eigen,
        substatussen: substatussen.filter((sub) => sub.zaak === zaak.uuid),
        pad: padVan.get(zaaktype.uuid)!,
        vandaag: VANDAAG,
      });
      const gezet = voortgang.stappen.filter((stap) => stap.datum !== null).map((stap) => stap.tijdstip);
      expect(gezet).toEqual(opVolgorde(eigen).map((status) => status.datumStatusGezet));
      const resultaat = resultaten.find((een) => een.zaak === zaak.uuid)?.resultaattype;
      const stand = {
        zaak,
        zaaktype,
        voortgang,
        termijn: berekenTermijn({ zaak, zaaktype, statussen: eigen, vandaag: VANDAAG }),
        statussen: eigen,
        resultaat: zaaktype.resultaattypen.find((type) => type.uuid === resultaat) ?? null,
        besluiten: besluiten.filter((besluit) => besluit.zaak === zaak.uuid),
        deelzaken: [],
        opgeschortTot: null,
        actie: null,
        actieGelezen: true,
        vandaag: VANDAAG,
      };
      verwachtGoedeZinnen(stand);
      Voortgang.parse(voortgang);
      Termijn.parse(stand.termijn);
      const { nl } = Antwoord.parse(maakAntwoord(stand));
      for (const tekst of intern) expect(nl).not.toContain(tekst);
    }
  });
});
