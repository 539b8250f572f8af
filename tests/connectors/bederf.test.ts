import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { VERTROUWELIJKHEDEN } from '../../shared/contracts/waarden.ts';
import { BronFout, type Aanroep, type Registers } from '../../server/connectors/ports.ts';
import { standaardRegisters } from '../../server/connectors/registers-standaard.ts';
import { maakRegisters } from '../../server/connectors/registers.ts';
import { GREPEN, metGreep, plekkenIn, startBederver, type Bederver } from '../hulp/bederf.ts';
import { BSN_VERHULST, startRegisterproef, type Registerproef } from '../hulp/console.ts';

/**
 * Good answers of the bundled registers, one place in them spoiled by chance: whatever a register sends, a connector gives
 * a good answer, a counted gap or a BronFout, and nothing that is more open, or of another, than the good answer was.
 */
let proef: Registerproef;
let bederver: Bederver;
let schoon: ReturnType<typeof maakRegisters>;
let registers: ReturnType<typeof maakRegisters>;
const aanroep: Aanroep = { medewerker: null, doel: 'klantcontact', traceId: '0'.repeat(32), vers: true };
const WIE = { soort: 'persoon', nummer: BSN_VERHULST } as const;

const maak = (basis: string) =>
  maakRegisters(standaardRegisters(basis, 'http://127.0.0.1/nooit', 'x'), { herhaalNaMs: 1 });
beforeAll(async () => {
  proef = await startRegisterproef();
  bederver = await startBederver(proef.basis);
  schoon = maak(bederver.basis);
  registers = maak(bederver.basis);
});
afterAll(async () => {
  await Promise.all([schoon.sluit(), registers.sluit()]);
  await bederver.sluit();
  await proef.sluit();
});

interface Greep {
  /** Which answer of those that have the path, and which place in it. */
  plek: number;
  greep: string;
}
const Grepen = fc.record<Greep>({ plek: fc.nat(), greep: fc.constantFrom(...Object.keys(GREPEN)) });

/** The keys on the way to the spoiled place, '' where nothing was spoiled. */
async function metBederf<T>(pad: RegExp, { plek, greep }: Greep, doe: () => Promise<T>) {
  let waar = '';
  bederver.bederf = {
    json: ({ url }, inhoud) => {
      if (!pad.test(url)) return inhoud;
      const plekken = plekkenIn(inhoud);
      const gekozen = plekken[plek % Math.max(1, plekken.length)];
      if (gekozen === undefined) return inhoud;
      waar = gekozen.join('.');
      return metGreep(inhoud, gekozen, greep);
    },
  };
  try {
    return { uit: await doe(), fout: null, waar };
  } catch (fout) {
    if (!(fout instanceof BronFout)) throw fout;
    return { uit: null, fout, waar };
  } finally {
    bederver.bederf = {};
  }
}

const rang = (aanduiding: (typeof VERTROUWELIJKHEDEN)[number]): number =>
  VERTROUWELIJKHEDEN.indexOf(aanduiding);
const tekstVan = (waarde: unknown): string => (typeof waarde === 'string' ? waarde : '');
const zaakregister = (r: Registers) => r.zaken[0]!;
const RUNS = { numRuns: 100 };
/** Of what is slow: each of these answers is a long list, or asks for registers that remember nothing. */
const MINDER = { numRuns: 40 };

describe('een zaakregister waarvan één ding niet klopt', () => {
  it('geeft bij zoeken op persoon geen zaak van een ander, geen openere, en geen kortere lijst zonder het te zeggen', async () => {
    const goed = await zaakregister(schoon).zoekOpPersoon(BSN_VERHULST, aanroep);
    const bekend = new Map(goed.rijen.map((zaak) => [zaak.uuid, zaak]));
    await fc.assert(
      fc.asyncProperty(Grepen, async (greep) => {
        const vraag = () => zaakregister(registers).zoekOpPersoon(BSN_VERHULST, aanroep);
        const { uit, waar } = await metBederf(/\/zaken\/_zoek/, greep, vraag);
        if (uit === null) return;
        for (const zaak of uit.rijen) {
          expect(zaak.rollen?.some((rol) => rol.identificatie.bsn === BSN_VERHULST)).toBe(true);
          const echt = bekend.get(zaak.uuid);
          if (echt === undefined) continue;
          expect(rang(zaak.vertrouwelijkheidaanduiding)).toBeGreaterThanOrEqual(
            rang(echt.vertrouwelijkheidaanduiding),
          );
          expect(zaak.rollen?.every((rol) => rol.zaak === zaak.uuid)).toBe(true);
          if (zaak.statusNu !== null) expect(zaak.statusNu.uuid).toBe(zaak.status);
        }
        // Whoever is no longer named in the rollen, or a list that is another list, is not found; nothing else goes unseen.
        if (/^results$|^results\.\d+$|rollen|betrokkene/.test(waar)) return;
        expect(uit.rijen.length + uit.onleesbaar).toBe(goed.rijen.length);
      }),
      RUNS,
    );
  });

  it('geeft bij één zaak die zaak of niets, en nooit de stand van een andere', async () => {
    const { rijen } = await zaakregister(schoon).zoekOpPersoon(BSN_VERHULST, aanroep);
    const goed = rijen.find(({ status, resultaat }) => status !== null && resultaat !== null)!;
    await fc.assert(
      fc.asyncProperty(
        Grepen,
        fc.constantFrom(/\/zaken\/[0-9a-f-]{36}\?/, /\/rollen/),
        async (greep, pad) => {
          const vraag = () => zaakregister(registers).zaak(goed.uuid, aanroep);
          const { uit } = await metBederf(pad, greep, vraag);
          if (uit === null) return;
          expect(uit.uuid).toBe(goed.uuid);
          expect(rang(uit.vertrouwelijkheidaanduiding)).toBeGreaterThanOrEqual(
            rang(goed.vertrouwelijkheidaanduiding),
          );
          expect([null, uit.status]).toContain(uit.statusNu?.uuid ?? null);
          expect(uit.rollen?.every((rol) => rol.zaak === goed.uuid)).toBe(true);
        },
      ),
      RUNS,
    );
  });

  it('geeft van statussen, substatussen, besluiten en documenten alleen die van deze zaak', async () => {
    const { rijen } = await zaakregister(schoon).zoekOpPersoon(BSN_VERHULST, aanroep);
    const uuid = rijen.find(({ deelzaken, status }) => status !== null && deelzaken.length === 0)!.uuid;
    await fc.assert(
      fc.asyncProperty(Grepen, async (greep) => {
        const z = zaakregister(registers);
        const [statussen, subs, besluiten, documenten] = [
          await metBederf(/\/statussen/, greep, () => z.statussen(uuid, aanroep)),
          await metBederf(/\/substatussen/, greep, () => z.substatussen(uuid, aanroep)),
          await metBederf(/\/besluiten/, greep, () => z.besluiten(uuid, aanroep)),
          await metBederf(/informatieobjecten/, greep, () => z.documenten(uuid, aanroep)),
        ];
        for (const lijst of [statussen.uit, subs.uit, besluiten.uit])
          expect(lijst?.every((rij) => rij.zaak === uuid) ?? true).toBe(true);
        for (const document of documenten.uit?.rijen ?? [])
          expect(VERTROUWELIJKHEDEN).toContain(document.vertrouwelijkheidaanduiding);
      }),
      MINDER,
    );
  });

  it('geeft een zaaktype heel of niet, met al zijn statustypen', async () => {
    const { rijen } = await zaakregister(schoon).zoekOpPersoon(BSN_VERHULST, aanroep);
    const goed = (await zaakregister(schoon).zaaktype(rijen[0]!.zaaktype, aanroep))!;
    await fc.assert(
      fc.asyncProperty(Grepen, fc.constantFrom(/\/statustypen/, /\/zaaktypen\//), async (greep, pad) => {
        zaakregister(registers).vergeet();
        const { uit, waar } = await metBederf(pad, greep, () =>
          zaakregister(registers).zaaktype(goed.uuid, aanroep),
        );
        if (uit === null) return;
        expect(uit.uuid).toBe(goed.uuid);
        expect(rang(uit.vertrouwelijkheidaanduiding)).toBeGreaterThanOrEqual(
          rang(goed.vertrouwelijkheidaanduiding),
        );
        // A statustype that says it is of another zaaktype is not ours; a list that is another list cannot be told.
        if (/^results$|^results\.\d+$|^results\.\d+\.zaaktype$/.test(waar)) return;
        expect(uit.statustypen).toHaveLength(goed.statustypen.length);
      }),
      RUNS,
    );
  });
});

describe('een klantregister waarvan één ding niet klopt', () => {
  it('geeft geen contact van een ander, geen openere, en maakt van "over een zaak" geen "over niets"', async () => {
    const partij = (await schoon.klanten!.vindPartij(WIE, aanroep))!;
    const goed = await schoon.klanten!.contactenVanPartij(partij.uuid, 500, aanroep);
    const bekend = new Map(goed.rijen.map((contact) => [contact.uuid, contact]));
    await fc.assert(
      fc.asyncProperty(Grepen, async (greep) => {
        const vraag = () => registers.klanten!.contactenVanPartij(partij.uuid, 500, aanroep);
        const { uit, waar } = await metBederf(/\/klantcontacten/, greep, vraag);
        if (uit === null) return;
        for (const contact of uit.rijen) {
          const echt = bekend.get(contact.uuid);
          if (echt === undefined) continue;
          if (echt.vertrouwelijk) expect(contact.vertrouwelijk).toBe(true);
          // What it is about may be renamed (another uuid, a product); it may not get lost.
          if (!/identificator|gingOverOnderwerpobjecten(\.\d+)?$/.test(waar))
            expect(contact.zaken).toEqual(echt.zaken);
        }
        if (/^results$|^results\.\d+$|hadBetrokkenen/.test(waar)) return;
        expect(uit.rijen.length + uit.onleesbaar).toBe(goed.rijen.length);
      }),
      RUNS,
    );
  });

  it('vindt die partij, of meldt het; een ander nooit', async () => {
    const goed = (await schoon.klanten!.vindPartij(WIE, aanroep))!;
    await fc.assert(
      fc.asyncProperty(Grepen, async (greep) => {
        const vers = maak(bederver.basis);
        const { uit } = await metBederf(/\/partijen/, greep, () => vers.klanten!.vindPartij(WIE, aanroep));
        await vers.sluit();
        if (uit !== null && !greep.greep.startsWith('ander')) expect(uit.uuid).toBe(goed.uuid);
      }),
      MINDER,
    );
  });
});

describe('andere registers waarvan één ding niet klopt', () => {
  it('BRP: die persoon of niemand, en nooit minder geheim', async () => {
    const geheim = proef.sandbox.opslag.personen.find((p) => p['geheimhoudingPersoonsgegevens'] === true);
    const bsn = tekstVan(geheim?.['burgerservicenummer']);
    expect((await schoon.personen!.persoon(bsn, aanroep))?.geheimhouding).toBe(true);
    await fc.assert(
      fc.asyncProperty(Grepen, async (greep) => {
        const { uit, waar } = await metBederf(/\/personen/, greep, () =>
          registers.personen!.persoon(bsn, aanroep),
        );
        if (uit === null) return;
        expect(uit.bsn).toBe(bsn);
        // A key that is gone or null says in this API that there is none.
        if (waar.endsWith('geheimhoudingPersoonsgegevens') && ['weg', 'null'].includes(greep.greep)) return;
        expect(uit.geheimhouding).toBe(true);
      }),
      RUNS,
    );
  });

  it('KVK: dat bedrijf of geen', async () => {
    const kvkNummer = tekstVan(proef.sandbox.opslag.bedrijven[0]?.['kvkNummer']);
    expect((await schoon.bedrijven!.bedrijf(kvkNummer, aanroep))?.kvkNummer).toBe(kvkNummer);
    await fc.assert(
      fc.asyncProperty(Grepen, fc.constantFrom(/\/zoeken/, /\/basisprofielen/), async (greep, pad) => {
        const vraag = () => registers.bedrijven!.bedrijf(kvkNummer, aanroep);
        const { uit } = await metBederf(pad, greep, vraag);
        if (uit !== null) expect(uit.kvkNummer).toBe(kvkNummer);
      }),
      RUNS,
    );
  });

  it('Objecten: klanttaken van deze klant, en wat niet te lezen is wordt geteld', async () => {
    const goed = await schoon.klanttaken!.openTaken(WIE, aanroep);
    await fc.assert(
      fc.asyncProperty(Grepen, async (greep) => {
        const { uit, waar } = await metBederf(/\/objects/, greep, () =>
          registers.klanttaken!.openTaken(WIE, aanroep),
        );
        if (uit === null) return;
        if (/^results$|^results\.\d+$|identificatie|status/.test(waar)) return;
        expect(uit.rijen.length + uit.onleesbaar).toBe(goed.rijen.length);
      }),
      RUNS,
    );
  });

  it('medewerkers: elke rij telt mee, gelezen of niet', async () => {
    const goed = await schoon.medewerkers!.medewerkers({}, aanroep);
    await fc.assert(
      fc.asyncProperty(Grepen, async (greep) => {
        const { uit, waar } = await metBederf(/\/objects/, greep, () =>
          registers.medewerkers!.medewerkers({}, aanroep),
        );
        if (uit === null || /^results$|^results\.\d+$/.test(waar)) return;
        expect(uit.rijen.length + uit.onleesbaar).toBe(goed.rijen.length);
      }),
      MINDER,
    );
  });
});
