import { randomUUID } from 'node:crypto';
import { Router } from 'express';
import { stuur } from '../http/antwoord.ts';
import { ongeldigVeld } from '../http/fout.ts';
import { lichaamVan } from '../http/lichaam.ts';
import type { Kern } from '../kern.ts';
import { keur } from '../keur.ts';
import type { Opslag } from '../opslag.ts';
import { rijOf404 } from '../register.ts';
import { legVast, stuurGemaakt } from '../schrijven.ts';
import { alsUtc, plusDuur } from '../tijd.ts';
import { padVan } from '../typen.ts';
import type { JsonObject, Rij } from '../typen.ts';
import { eisNietInToekomst, geenObject, slechteUrl } from './gemeenschappelijk.ts';
import { zaakInvoer, zaakWijziging } from './zaak-invoer.ts';
import type { ZaakInvoer, ZaakWijziging } from './zaak-invoer.ts';
import { zaken } from './zaak.ts';

/** `ZAAK-<year of startdatum>-<10 digits>`, counted a year. */
function volgendeIdentificatie(opslag: Opslag, startdatum: string): string {
  const kop = `ZAAK-${startdatum.slice(0, 4)}-`;
  const hoogste = opslag
    .tabel('zaken/zaken')
    .alle()
    .reduce((tot, { identificatie }) => {
      const volgnummer =
        typeof identificatie === 'string' && identificatie.startsWith(kop)
          ? identificatie.slice(kop.length)
          : '';
      return /^\d{10}$/.test(volgnummer) ? Math.max(tot, Number(volgnummer)) : tot;
    }, 0);
  return kop + String(hoogste + 1).padStart(10, '0');
}

function eisUniek(opslag: Opslag, identificatie: string, bronorganisatie: string): void {
  const gelijke = opslag.tabel('zaken/zaken').op('identificatie', identificatie);
  if (gelijke.some((zaak) => zaak['bronorganisatie'] === bronorganisatie)) {
    const reden = `Deze identificatie (${identificatie}) bestaat al voor deze bronorganisatie`;
    throw ongeldigVeld('identificatie', 'identificatie-niet-uniek', reden);
  }
}

function eisGepubliceerdZaaktype(opslag: Opslag, verwijzing: string): Rij {
  const zaaktype = opslag.achter('catalogi/zaaktypen', verwijzing);
  if (!zaaktype) throw slechteUrl('zaaktype', verwijzing);
  if (zaaktype['concept'] === true) {
    throw ongeldigVeld('zaaktype', 'not-published', 'De resource is niet gepubliceerd.');
  }
  return zaaktype;
}

/** Rules over more than one field, the same for a new and a changed zaak. */
function eisSamenhang(kern: Kern, zaaktype: Rij, invoer: ZaakWijziging, eigenPad?: string): void {
  const { hoofdzaak, productenOfDiensten, laatstGeopend } = invoer;
  if (hoofdzaak != null) {
    const boven = kern.opslag.achter('zaken/zaken', hoofdzaak);
    if (!boven) throw geenObject('hoofdzaak');
    if (hoofdzaak === eigenPad) {
      throw ongeldigVeld('hoofdzaak', 'self-forbidden', "De 'hoofdzaak' mag niet naar zichzelf verwijzen");
    }
    if (boven['hoofdzaak'] != null) {
      throw ongeldigVeld(
        'hoofdzaak',
        'deelzaak-als-hoofdzaak',
        'Deelzaken van deelzaken wordt niet ondersteund.',
      );
    }
    const bovenType = kern.opslag.achter('catalogi/zaaktypen', boven['zaaktype']);
    const mag = Array.isArray(bovenType?.['deelzaaktypen']) ? bovenType['deelzaaktypen'] : [];
    if (!mag.includes(padVan('catalogi/zaaktypen', zaaktype.uuid))) {
      const reden = 'Zaaktype niet vastgelegd in deelzaaktypen van hoofdzaak.zaaktype';
      throw ongeldigVeld('hoofdzaak', 'invalid-deelzaaktype', reden);
    }
  }
  const bekend = Array.isArray(zaaktype['productenOfDiensten']) ? zaaktype['productenOfDiensten'] : [];
  if (productenOfDiensten?.some((product) => !bekend.includes(product))) {
    const reden = 'Niet alle producten/diensten komen voor in de producten/diensten op het zaaktype';
    throw ongeldigVeld('productenOfDiensten', 'invalid-products-services', reden);
  }
  if (laatstGeopend != null) eisNietInToekomst('laatstGeopend', laatstGeopend, kern.klok());
}

/** The stored form: undefined keys gone, an opschorting remembered. */
function alsRij(invoer: ZaakWijziging, voor: JsonObject = {}): JsonObject {
  const rij = Object.fromEntries(
    Object.entries(invoer).filter(([, waarde]) => waarde !== undefined),
  ) as JsonObject;
  if (invoer.opschorting !== undefined) {
    const eerder = (voor['opschorting'] as JsonObject | null | undefined)?.['eerdereOpschorting'] === true;
    const { indicatie = false, reden = '' } = invoer.opschorting ?? {};
    rij['opschorting'] = { indicatie, eerdereOpschorting: eerder || indicatie, reden };
  }
  if (invoer.verlenging !== undefined) {
    const { duur = '' } = invoer.verlenging ?? {};
    rij['verlenging'] = !/[1-9]/.test(duur) ? null : { ...invoer.verlenging };
  }
  return rij;
}

function nieuweZaak(kern: Kern, invoer: ZaakInvoer): Rij {
  const { opslag } = kern;
  const zaaktype = eisGepubliceerdZaaktype(opslag, invoer.zaaktype);
  eisSamenhang(kern, zaaktype, invoer);
  const identificatie = invoer.identificatie || volgendeIdentificatie(opslag, invoer.startdatum);
  eisUniek(opslag, identificatie, invoer.bronorganisatie);
  const nu = alsUtc(kern.klok().toISOString());
  const termijn = (veld: 'servicenorm' | 'doorlooptijd'): string | null => {
    const duur = zaaktype[veld];
    return typeof duur === 'string' ? plusDuur(invoer.startdatum, duur) : null;
  };
  const rij = alsRij(invoer);
  return {
    uuid: randomUUID(),
    registratiedatum: nu.slice(0, 10),
    vertrouwelijkheidaanduiding: zaaktype['vertrouwelijkheidaanduiding'] ?? 'zaakvertrouwelijk',
    ...rij,
    identificatie,
    einddatum: null,
    // Filled in at creation only; nothing moves them later, also no verlenging.
    einddatumGepland: rij['einddatumGepland'] ?? termijn('servicenorm'),
    uiterlijkeEinddatumAfdoening: rij['uiterlijkeEinddatumAfdoening'] ?? termijn('doorlooptijd'),
    laatstGemuteerd: nu,
  };
}

/** A changed zaak; zaaktype and identificatie are fixed. */
export function gewijzigdeZaak(kern: Kern, voor: Rij, invoer: ZaakWijziging): Rij {
  for (const veld of ['zaaktype', 'identificatie'] as const) {
    if (invoer[veld] !== undefined && invoer[veld] !== voor[veld]) {
      throw ongeldigVeld(veld, 'wijzigen-niet-toegelaten', 'Dit veld mag niet gewijzigd worden.');
    }
  }
  const zaaktype = kern.opslag.achter('catalogi/zaaktypen', voor['zaaktype']);
  if (zaaktype) eisSamenhang(kern, zaaktype, invoer, padVan('zaken/zaken', voor.uuid));
  return { ...voor, ...alsRij(invoer, voor), laatstGemuteerd: alsUtc(kern.klok().toISOString()) };
}

export function zaakSchrijven(kern: Kern): Router {
  const router = Router();
  const melding = { resource: zaken, naam: 'zaak', kanaal: 'zaken' } as const;
  router.post('/zaken', async (req, res) => {
    const na = nieuweZaak(kern, keur(zaakInvoer, lichaamVan(req)));
    stuurGemaakt(req, res, await legVast(req, kern, { ...melding, actie: 'create', na }));
  });
  router.patch('/zaken/:uuid', async (req, res) => {
    const voor = rijOf404(req, kern.opslag, 'zaken/zaken');
    const na = gewijzigdeZaak(kern, voor, keur(zaakWijziging, lichaamVan(req)));
    stuur(req, res, await legVast(req, kern, { ...melding, actie: 'partial_update', voor, na }));
  });
  router.put('/zaken/:uuid', async (req, res) => {
    const voor = rijOf404(req, kern.opslag, 'zaken/zaken');
    const na = gewijzigdeZaak(kern, voor, keur(zaakInvoer, lichaamVan(req)));
    stuur(req, res, await legVast(req, kern, { ...melding, actie: 'update', voor, na }));
  });
  return router;
}
