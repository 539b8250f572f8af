/** A mens as BRP Personen bevragen 2.7 answers it, every group that applies; a group that does not apply is absent. */
import { adresregel, plaatsregel, type Adres } from './adressen.ts';
import { datum, dagnr, leeftijdOp, maandnaam, voluit, type Dagnr } from './datum.ts';
import { achternaamVan, voorlettersVan, type Bekendheid, type Mens } from './mens.ts';
import { GEMEENTE } from './nummers.ts';
import type { JsonObject } from '../typen.ts';

const GESLACHT = { M: 'man', V: 'vrouw', O: 'onbekend' } as const;

function brpDatum(dag: Dagnr, bekend: Bekendheid = 'dag'): JsonObject {
  const [jaar = 0, maand = 0] = datum(dag).split('-').map(Number);
  if (bekend === 'dag') return { type: 'Datum', datum: datum(dag), langFormaat: voluit(dag) };
  if (bekend === 'maand')
    return { type: 'JaarMaandDatum', jaar, maand, langFormaat: `${maandnaam(maand)} ${jaar}` };
  if (bekend === 'jaar') return { type: 'JaarDatum', jaar, langFormaat: String(jaar) };
  return { type: 'DatumOnbekend', onbekend: true, langFormaat: 'onbekend' };
}

function naam(mens: Mens): JsonObject {
  return {
    voornamen: mens.voornamen,
    ...(mens.voorvoegsel === '' ? {} : { voorvoegsel: mens.voorvoegsel }),
    geslachtsnaam: mens.achternaam,
    voorletters: voorlettersVan(mens),
  };
}

function volledigeNaam(mens: Mens): string {
  return `${mens.voornamen} ${achternaamVan(mens)}`;
}

function geboorte(mens: Mens): JsonObject {
  return {
    datum: brpDatum(mens.geboren, mens.bekend),
    land: { ...mens.herkomst.land },
    plaats:
      mens.herkomst.land.code === '6030' && mens.herkomst.plaats === GEMEENTE.naam
        ? { code: GEMEENTE.code, omschrijving: GEMEENTE.naam }
        : { omschrijving: mens.herkomst.plaats },
  };
}

function gerelateerde(mens: Mens): JsonObject {
  return { burgerservicenummer: mens.bsn, naam: naam(mens), geboorte: geboorte(mens) };
}

function geslacht(mens: Mens): JsonObject {
  return { code: mens.geslacht, omschrijving: GESLACHT[mens.geslacht] };
}

/** Stable sixteen digits for an address, as BAG gives: gemeente, object type, number. */
function bagNummer(adres: Adres, soort: '01' | '20'): string {
  let som = 7;
  for (const teken of adresregel(adres) + adres.postcode)
    som = (som * 31 + teken.charCodeAt(0)) % 10_000_000_000;
  return `${GEMEENTE.code}${soort}${String(som).padStart(10, '0')}`;
}

function verblijfplaats(mens: Mens): JsonObject {
  const sinds = Math.max(mens.geboren, dagnr('2012-05-14') + (mens.geboren % 3000));
  if (mens.buitenland !== null) {
    return {
      type: 'VerblijfplaatsBuitenland',
      verblijfadres: {
        regel1: mens.buitenland.regel1,
        regel2: mens.buitenland.regel2,
        land: { ...mens.buitenland.land },
      },
      datumVan: brpDatum(sinds),
    };
  }
  if (mens.adres === null) return { type: 'VerblijfplaatsOnbekend', datumVan: brpDatum(sinds) };
  const { adres } = mens;
  return {
    type: 'Adres',
    verblijfadres: {
      officieleStraatnaam: adres.straat,
      korteStraatnaam: adres.straat.slice(0, 24),
      huisnummer: adres.huisnummer,
      ...(adres.huisletter === undefined ? {} : { huisletter: adres.huisletter }),
      ...(adres.toevoeging === undefined ? {} : { huisnummertoevoeging: adres.toevoeging }),
      postcode: adres.postcode,
      woonplaats: adres.plaats,
    },
    functieAdres: { code: 'W', omschrijving: 'woonadres' },
    adresseerbaarObjectIdentificatie: bagNummer(adres, '01'),
    nummeraanduidingIdentificatie: bagNummer(adres, '20'),
    datumVan: brpDatum(sinds),
    datumIngangGeldigheid: brpDatum(sinds),
    ...(mens.inOnderzoek
      ? { inOnderzoek: { type: true, datumVan: true, datumIngangOnderzoek: brpDatum(sinds + 30) } }
      : {}),
  };
}

function adressering(mens: Mens): JsonObject {
  const deftig = achternaamVan(mens).replace(/^./, (letter) => letter.toUpperCase());
  const voornaam = `${voorlettersVan(mens)} ${achternaamVan(mens)}`;
  const aanspreek = { M: 'heer', V: 'mevrouw', O: voorlettersVan(mens) }[mens.geslacht];
  return {
    aanhef: `Geachte ${aanspreek} ${deftig}`,
    aanschrijfwijze: { naam: voornaam },
    gebruikInLopendeTekst: `${mens.geslacht === 'M' ? 'de heer' : aanspreek} ${deftig}`,
    ...(mens.adres === null
      ? {}
      : { adresregel1: adresregel(mens.adres), adresregel2: plaatsregel(mens.adres) }),
    ...(mens.buitenland === null
      ? {}
      : {
          adresregel1: mens.buitenland.regel1,
          adresregel2: mens.buitenland.regel2,
          land: { ...mens.buitenland.land },
        }),
  };
}

function gezag(mens: Mens): JsonObject[] {
  const [eerste, tweede] = mens.ouders;
  if (eerste === undefined) return [];
  const minderjarige = { burgerservicenummer: mens.bsn };
  const ouder = (wie: Mens): JsonObject => ({
    burgerservicenummer: wie.bsn,
    naam: { volledigeNaam: volledigeNaam(wie) },
  });
  return tweede === undefined
    ? [{ type: 'EenhoofdigOuderlijkGezag', minderjarige, ouder: ouder(eerste) }]
    : [{ type: 'GezamenlijkOuderlijkGezag', minderjarige, ouders: [ouder(eerste), ouder(tweede)] }];
}

/** Groups that hold for few people. */
function bijzonderheden(mens: Mens, vandaag: Dagnr): JsonObject {
  const minderjarig = leeftijdOp(mens.geboren, vandaag) < 18;
  const buitenlander = mens.herkomst.nationaliteit.code !== '0001';
  return {
    ...(mens.geheimhouding ? { geheimhoudingPersoonsgegevens: true } : {}),
    ...(mens.inOnderzoek
      ? {
          inOnderzoek: {
            datumIngangOnderzoekGemeente: brpDatum(vandaag - 40),
            gemeenteVanInschrijving: true,
          },
        }
      : {}),
    ...(mens.overleden === null
      ? {}
      : {
          overlijden: {
            datum: brpDatum(mens.overleden),
            land: { code: '6030', omschrijving: 'Nederland' },
            plaats: { code: GEMEENTE.code, omschrijving: GEMEENTE.naam },
          },
          opschortingBijhouding: {
            reden: { code: 'O', omschrijving: 'overlijden' },
            datum: brpDatum(mens.overleden),
          },
        }),
    ...(mens.buitenland === null
      ? {}
      : {
          opschortingBijhouding: {
            reden: { code: 'E', omschrijving: 'emigratie' },
            datum: brpDatum(vandaag - 400),
          },
          rni: [
            {
              deelnemer: { code: '0101', omschrijving: 'Belastingdienst (inzake heffingen en toeslagen)' },
              categorie: 'Verblijfplaats',
            },
          ],
          verificatie: { datum: brpDatum(vandaag - 90), omschrijving: 'bewijs van leven' },
        }),
    ...(mens.herkomst.land.code === '6030'
      ? {}
      : {
          immigratie: {
            datumVestigingInNederland: brpDatum(Math.min(vandaag - 500, mens.geboren + 6500)),
            landVanwaarIngeschreven: { ...mens.herkomst.land },
            indicatieVestigingVanuitBuitenland: true,
          },
        }),
    ...(buitenlander && mens.herkomst.eu
      ? { europeesKiesrecht: { aanduiding: { code: '2', omschrijving: 'persoon ontvangt oproep' } } }
      : {}),
    ...(buitenlander && !mens.herkomst.eu
      ? {
          verblijfstitel: {
            aanduiding: {
              code: '26',
              omschrijving: 'Vw 2000 art. 8, onder b, vergunning regulier onbepaalde tijd',
            },
            datumIngang: brpDatum(vandaag - 900),
          },
        }
      : {}),
    ...(minderjarig && mens.ouders.length > 0 ? { gezag: gezag(mens) } : {}),
  };
}

export function brpPersoon(mens: Mens, vandaag: Dagnr): JsonObject {
  const inschrijving = Math.max(mens.geboren, dagnr('1994-10-01'));
  return {
    aNummer: `${1 + (Number(mens.bsn.slice(4, 5)) % 9)}${mens.bsn.slice(1)}7`,
    burgerservicenummer: mens.bsn,
    datumEersteInschrijvingGBA: brpDatum(inschrijving),
    geslacht: geslacht(mens),
    ...(mens.overleden !== null || mens.bekend === 'jaar' || mens.bekend === 'niets'
      ? {}
      : { leeftijd: leeftijdOp(mens.geboren, vandaag) }),
    naam: {
      ...naam(mens),
      volledigeNaam: volledigeNaam(mens),
      aanduidingNaamgebruik: { code: 'E', omschrijving: 'eigen geslachtsnaam' },
    },
    nationaliteiten: [
      {
        type: 'Nationaliteit',
        nationaliteit: { ...mens.herkomst.nationaliteit },
        redenOpname: { code: '001', omschrijving: 'Wet op het Nederlanderschap 1892, art.1, lid 1a' },
        datumIngangGeldigheid: brpDatum(mens.geboren, mens.bekend),
      },
    ],
    geboorte: geboorte(mens),
    verblijfplaats: verblijfplaats(mens),
    gemeenteVanInschrijving:
      mens.buitenland === null
        ? { code: GEMEENTE.code, omschrijving: GEMEENTE.naam }
        : { code: '1999', omschrijving: 'Registratie Niet Ingezetenen (RNI)' },
    datumInschrijvingInGemeente: brpDatum(inschrijving),
    adressering: adressering(mens),
    ...(mens.kinderen.length === 0 ? {} : { kinderen: mens.kinderen.map(gerelateerde) }),
    ...(mens.ouders.length === 0
      ? {}
      : {
          ouders: mens.ouders.map((ouder, i) => ({
            ...gerelateerde(ouder),
            geslacht: geslacht(ouder),
            ouderAanduiding: String(i + 1),
            datumIngangFamilierechtelijkeBetrekking: brpDatum(mens.geboren, mens.bekend),
          })),
        }),
    ...(mens.partner === null || mens.getrouwd === null
      ? {}
      : {
          partners: [
            {
              ...gerelateerde(mens.partner),
              geslacht: geslacht(mens.partner),
              soortVerbintenis: { code: 'H', omschrijving: 'huwelijk' },
              aangaanHuwelijkPartnerschap: {
                datum: brpDatum(mens.getrouwd),
                land: { code: '6030', omschrijving: 'Nederland' },
                plaats: { code: GEMEENTE.code, omschrijving: GEMEENTE.naam },
              },
            },
          ],
        }),
    ...bijzonderheden(mens, vandaag),
  };
}
