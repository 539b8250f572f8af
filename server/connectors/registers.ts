import { readFileSync } from 'node:fs';
import { maakPersonenregister } from './brp/index.ts';
import type { Zaakadres, Zaakadressen } from './contactmomenten/basis.ts';
import { maakContactmomentenregister } from './contactmomenten/index.ts';
import { maakBasis, type Basis } from './http/adres.ts';
import { maakVerbindingsboek, type Verbindingsboek } from './http/verbindingen.ts';
import type { HttpOpties } from './http.ts';
import { maakKlantregister } from './klantinteracties/index.ts';
import { maakBedrijvenregister } from './kvk/index.ts';
import { maakMedewerkersUitCsv, maakMedewerkersUitObjecten } from './medewerkers/index.ts';
import { maakNotificatieregister } from './notificaties/index.ts';
import { maakKlanttakenregister } from './objecten/klanttaken.ts';
import { BronFout, type Registers } from './ports.ts';
import type { Adres, RegistersConfig, Tls } from './registers-config.ts';
import { kunnenVan } from './zgw/kan.ts';
import { maakZaakregister } from './zgw/index.ts';

/** Settings of the machinery, for tests: nothing here changes what a register is asked. */
export interface RegistersDeps {
  /** Deadline of one call, ms (4000). */
  termijnMs?: number | undefined;
  /** Wait before the repeat of a read, ms (50). */
  herhaalNaMs?: number | undefined;
}

/** The same with what `maakRegisters` adds for all of them. */
type Machine = RegistersDeps & { boek: Verbindingsboek };

const basisVan = (adres: Adres): Basis =>
  typeof adres === 'string' ? maakBasis(adres) : maakBasis(adres.url, adres.publiek);

function tlsVan(tls: Tls | undefined): HttpOpties['tls'] {
  if (tls === undefined) return undefined;
  const bestand = (pad: string | undefined) => (pad === undefined ? undefined : readFileSync(pad, 'utf8'));
  return { ca: bestand(tls.ca), cert: bestand(tls.cert), key: bestand(tls.key) };
}

/** By which URL the zaakregisters name a zaak. With more than one, they are asked which of them has it. */
function zaakadressenVan(
  config: RegistersConfig,
  zaken: readonly ReturnType<typeof maakZaakregister>[],
): Zaakadressen {
  const urls = config.zaakregisters.map(
    (z) => (zaak: string) => `${basisVan(z.zaken).publiek}/zaken/${zaak}`,
  );
  const adres = (nummer: number, zaak: string): Zaakadres | null => {
    const [register, url] = [zaken[nummer], urls[nummer]];
    if (register === undefined || url === undefined) return null;
    return {
      url: url(zaak),
      koppel: (contactmoment, aanroep) => register.koppelContactmoment(zaak, contactmoment, aanroep),
    };
  };
  return {
    mogelijk: (zaak) => urls.map((url) => url(zaak)),
    async vind(zaak, aanroep) {
      if (zaken.length === 1) return adres(0, zaak);
      const delen = await Promise.allSettled(zaken.map(async (register) => register.zaak(zaak, aanroep)));
      const waar = delen.findIndex((deel) => deel.status === 'fulfilled');
      if (waar >= 0) return adres(waar, zaak);
      for (const deel of delen) {
        const fout: unknown = deel.status === 'rejected' ? deel.reason : null;
        // One that did not answer may be the one that has it.
        if (!(fout instanceof BronFout) || fout.soort !== 'niet_gevonden') throw fout;
      }
      return null;
    },
  };
}

function maakKlanten(k: NonNullable<RegistersConfig['klantregister']>, zaken: Zaakadressen, deps: Machine) {
  const gedeeld = { ...deps, id: k.id, naam: k.naam ?? 'Klantcontacten', tls: tlsVan(k.tls) };
  if (k.soort !== 'contactmomenten1')
    return maakKlantregister({
      ...gedeeld,
      basis: basisVan(k.klantinteracties),
      token: k.token,
      zaakcodes: k.zaakcodes,
      actorcodes: k.actorcodes,
    });
  return maakContactmomentenregister({
    ...gedeeld,
    contactmomenten: basisVan(k.contactmomenten),
    klanten: basisVan(k.klanten),
    clientId: k.clientId,
    secret: k.secret,
    product: k.product,
    bronorganisatie: k.bronorganisatie ?? null,
    // Whether e-Suite keeps onderwerpLinks is not known: asked only where the municipality says so.
    terugvinden: k.kan.terugvinden ?? k.product === 'openklant1',
    zaken,
  });
}

type Delen = Pick<RegistersConfig, 'medewerkers' | 'klanttaken'>;

/** What lies in an Objecten API, or beside it in a file. */
function maakObjectregisters({ medewerkers: m, klanttaken: t }: Delen, deps: Machine) {
  const wie = m && { id: m.id, naam: m.naam ?? 'Medewerkers' };
  return {
    medewerkers:
      m === undefined || wie === undefined
        ? null
        : 'csv' in m
          ? maakMedewerkersUitCsv({ ...wie, pad: m.csv })
          : maakMedewerkersUitObjecten({
              ...deps,
              ...wie,
              basis: basisVan(m.objecten),
              sleutel: m.sleutel,
              typen: m.typen,
              tls: tlsVan(m.tls),
            }),
    klanttaken: t
      ? maakKlanttakenregister({
          ...deps,
          id: t.id,
          naam: t.naam ?? 'Klanttaken',
          basis: basisVan(t.objecten),
          sleutel: t.sleutel,
          type: t.type,
          tls: tlsVan(t.tls),
        })
      : null,
  };
}

/** Makes every configured register; nothing is called yet. `sluit` closes the connections. */
export function maakRegisters(
  config: RegistersConfig,
  opties: RegistersDeps = {},
): Registers & { sluit(): Promise<void> } {
  const boek = maakVerbindingsboek();
  const deps: Machine = { ...opties, boek };
  const { klantregister: k, personen: p, bedrijven: b, notificaties: n } = config;
  const zaken = config.zaakregisters.map((z) =>
    maakZaakregister({
      ...deps,
      id: z.id,
      naam: z.naam ?? z.id,
      zaken: basisVan(z.zaken),
      catalogi: basisVan(z.catalogi),
      documenten: z.documenten === undefined ? null : basisVan(z.documenten),
      besluiten: z.besluiten === undefined ? null : basisVan(z.besluiten),
      clientId: z.clientId,
      secret: z.secret,
      oauth:
        z.auth.soort === 'oauth2'
          ? {
              tokenUrl: z.auth.tokenUrl,
              scope: z.auth.scope ?? null,
              gebruikerkop: z.auth.gebruikerkop ?? null,
            }
          : null,
      eigenschappen: z.eigenschappen,
      organisaties: { eigen: config.eigenOrganisaties, ketenpartners: config.ketenpartners },
      tls: tlsVan(z.tls),
      kan: kunnenVan(z.soort, {
        ...(z.substatussen === undefined ? {} : { substatussen: z.substatussen }),
        ...(z.expand === undefined ? {} : { expand: z.expand }),
        ...z.kan,
      }),
    }),
  );
  const klanten = k ? maakKlanten(k, zaakadressenVan(config, zaken), deps) : null;
  const personen = p
    ? maakPersonenregister({
        ...deps,
        id: p.id,
        naam: p.naam ?? 'Basisregistratie Personen',
        basis: basisVan(p.url),
        apiKey: p.apiKey ?? null,
        headers: p.headers,
        doelen: p.doelen,
        gemeentecode: p.gemeentecode ?? null,
        tls: tlsVan(p.tls),
      })
    : null;
  const bedrijven = b
    ? maakBedrijvenregister({
        ...deps,
        id: b.id,
        naam: b.naam ?? 'Handelsregister',
        basis: basisVan(b.url),
        apiKey: b.apiKey,
        tls: tlsVan(b.tls),
      })
    : null;
  const notificaties = n
    ? maakNotificatieregister({
        id: n.id,
        naam: n.naam ?? 'Notificaties',
        basis: basisVan(n.url),
        clientId: n.clientId,
        secret: n.secret,
        callbackUrl: n.callbackUrl,
        callbackToken: n.callbackToken,
        kanalen: n.kanalen,
        tls: tlsVan(n.tls),
        herhaalNaMs: deps.herhaalNaMs,
        boek,
      })
    : null;
  const { medewerkers, klanttaken } = maakObjectregisters(config, deps);
  return {
    zaken,
    klanten,
    personen,
    bedrijven,
    notificaties,
    medewerkers,
    klanttaken,
    verbindingen: () => boek.alle(),
    async sluit() {
      const overige = [klanten, personen, bedrijven, notificaties, medewerkers, klanttaken];
      const alle = [...zaken, ...overige].filter((r) => r !== null);
      await Promise.all(alle.map(async (register) => register.sluit()));
    },
  };
}
