import { uuidUit } from '../http/adres.ts';
import { leesPagina } from '../http/pagina.ts';
import { binnenTermijn } from '../http/termijn.ts';
import type { Vraag } from '../http.ts';
import { BronFout, type Aanroep, type Klantcontact, type Klantregister, type Lijst } from '../ports.ts';
import { lees, leesRijen } from '../upstream.ts';
import type { z } from 'zod';
import type { Contactmomenten } from './basis.ts';
import type { Klanten } from './klanten.ts';
import { klantcontactVan, zakenUit } from './mapping.ts';
import { ContactmomentBron, KlantcontactmomentBron, ObjectcontactBron } from './schema.ts';

type Contactbron = z.output<typeof ContactmomentBron>;

const nieuwstEerst = (a: Contactbron, b: Contactbron): number =>
  Date.parse(b.registratiedatum) - Date.parse(a.registratiedatum);

export interface Lezer extends Pick<Klantregister, 'contactenVanPartij' | 'contactenVanZaak' | 'partijVan'> {
  alsContact(bron: Contactbron, aanroep: Aanroep): Promise<Klantcontact>;
}

/** Reading contactmomenten: of a klant, of a zaak. */
export function maakLezer(cm: Contactmomenten, klanten: Klanten): Lezer {
  const { id } = cm.config;
  /** Found out at the first refusal: `klant`, `ordering` and `expand` are Open Klant's own, not the standard's. */
  let kentFilter = true;

  const alsContact: Lezer['alsContact'] = async (bron, aanroep) => {
    const contactmoment = cm.url('contactmoment', bron.url);
    const objecten =
      bron.objectcontactmomenten ??
      lees(
        id,
        ObjectcontactBron.array(),
        await cm.alles('contactmomenten', '/objectcontactmomenten', { contactmoment }, aanroep),
      );
    const eigen = objecten.filter(
      (object) => cm.uuidVan('contactmomenten', object.contactmoment) === bron.url,
    );
    return klantcontactVan(bron, zakenUit(eigen));
  };

  /** Those whose parts cannot be read are counted: without its zaken nobody knows who may see a contact. */
  async function alsLijst(bronnen: readonly Contactbron[], onleesbaar: number, aanroep: Aanroep) {
    const delen = await Promise.allSettled(bronnen.map((bron) => alsContact(bron, aanroep)));
    return verzamel(delen, onleesbaar);
  }

  /** Refusals and gaps are counted, e-Suite refuses single contacts by the medewerker's rights; a source that is away is thrown. */
  function verzamel<T>(delen: readonly PromiseSettledResult<T>[], onleesbaar: number): Lijst<T> {
    const uit: Lijst<T> = { rijen: [], onleesbaar };
    for (const deel of delen) {
      if (deel.status === 'fulfilled') uit.rijen.push(deel.value);
      else {
        const fout: unknown = deel.reason;
        const enkel =
          fout instanceof BronFout &&
          ['verboden', 'niet_gevonden', 'onleesbaar', 'geweigerd'].includes(fout.soort);
        if (!enkel) throw fout;
        uit.onleesbaar += 1;
      }
    }
    return uit;
  }

  /** By the URLs that a link names; a foreign one is not fetched. */
  async function opUrls(urls: readonly string[], aanroep: Aanroep): Promise<Lijst<Contactbron>> {
    const uuids = [...new Set(urls)].map((url) => cm.uuidVan('contactmomenten', url));
    const eigen = uuids.filter((uuid) => uuid !== null);
    const delen = await Promise.allSettled(
      eigen.map(async (uuid) =>
        lees(id, ContactmomentBron, await cm.een('contactmomenten', `/contactmomenten/${uuid}`, aanroep)),
      ),
    );
    return verzamel(delen, uuids.length - eigen.length);
  }

  /** Newest first by the register; pages only as far as wanted. */
  async function gefilterd(klant: string, hoogstens: number, aanroep: Aanroep): Promise<Lijst<Contactbron>> {
    const uit: Lijst<Contactbron> = { rijen: [], onleesbaar: 0 };
    const query = { klant, ordering: '-registratiedatum', expand: 'objectcontactmomenten' };
    const gezien = new Set<string>();
    for (let nu: Vraag | null = cm.vraag('contactmomenten', '/contactmomenten', query); nu !== null;) {
      if (gezien.has(nu.pad) || gezien.size >= 50)
        throw new BronFout(id, 'onleesbaar', { code: 'lus_in_paginas' });
      gezien.add(nu.pad);
      const blad: Awaited<ReturnType<typeof leesPagina>> = await leesPagina(id, cm.http, nu, aanroep);
      const { rijen, onleesbaar } = leesRijen(ContactmomentBron, blad.rijen);
      uit.rijen.push(...rijen);
      uit.onleesbaar += onleesbaar;
      nu = uit.rijen.length >= hoogstens ? null : blad.volgende;
    }
    return uit;
  }

  async function gekoppeld(klant: string, aanroep: Aanroep): Promise<Lijst<Contactbron>> {
    const rijen = await cm.alles('contactmomenten', '/klantcontactmomenten', { klant }, aanroep);
    const koppelingen = leesRijen(KlantcontactmomentBron, rijen);
    // Checked again, as below: a register that does not know the filter gives everybody's.
    const eigen = koppelingen.rijen.filter((k) => cm.uuidVan('klanten', k.klant) === uuidUit(klant));
    const gelezen = await opUrls(
      eigen.map((k) => k.contactmoment),
      aanroep,
    );
    return { ...gelezen, onleesbaar: gelezen.onleesbaar + koppelingen.onleesbaar };
  }

  async function vanKlant(uuid: string, hoogstens: number, aanroep: Aanroep): Promise<Lijst<Contactbron>> {
    const klant = cm.url('klant', uuid);
    if (kentFilter) {
      try {
        return await gefilterd(klant, hoogstens, aanroep);
      } catch (fout) {
        if (!(fout instanceof BronFout) || fout.soort !== 'geweigerd') throw fout;
      }
    }
    const gelezen = await gekoppeld(klant, aanroep);
    kentFilter = false;
    return gelezen;
  }

  return {
    alsContact,
    async contactenVanPartij(partij, hoogstens, buiten) {
      const aanroep = binnenTermijn(buiten);
      const lijsten = await Promise.all(
        klanten.alleVan(partij).map((uuid) => vanKlant(uuid, hoogstens, aanroep)),
      );
      const uniek = new Map(lijsten.flatMap((l) => l.rijen).map((bron) => [bron.url, bron]));
      const nieuwste = [...uniek.values()].sort(nieuwstEerst).slice(0, hoogstens);
      const onleesbaar = lijsten.reduce((som, l) => som + l.onleesbaar, 0);
      return alsLijst(nieuwste, onleesbaar, aanroep);
    },
    // By way of the links: Open Klant can filter contacts by object, e-Suite cannot.
    async contactenVanZaak(zaak, buiten) {
      const aanroep = binnenTermijn(buiten);
      const lijsten = await Promise.all(
        cm.config.zaken
          .mogelijk(zaak)
          .map((object) => cm.alles('contactmomenten', '/objectcontactmomenten', { object }, aanroep)),
      );
      const koppelingen = leesRijen(ObjectcontactBron, lijsten.flat());
      const { rijen, onleesbaar } = await opUrls(
        koppelingen.rijen.flatMap((k) => (zakenUit([k]).includes(zaak) ? k.contactmoment : [])),
        aanroep,
      );
      return alsLijst(rijen.sort(nieuwstEerst), onleesbaar + koppelingen.onleesbaar, aanroep);
    },
    // A terugbelverzoek of e-Suite is its contact.
    async partijVan(_soort, uuid, aanroep) {
      const contactmoment = cm.url('contactmoment', uuid);
      const [wie, wat] = await Promise.all([
        cm.alles('contactmomenten', '/klantcontactmomenten', { contactmoment }, aanroep),
        cm.alles('contactmomenten', '/objectcontactmomenten', { contactmoment }, aanroep),
      ]);
      const koppelingen = leesRijen(KlantcontactmomentBron, wie).rijen;
      const klant = koppelingen.find((k) => k.rol === 'gesprekspartner') ?? koppelingen[0];
      const partij = klant === undefined ? null : cm.uuidVan('klanten', klant.klant);
      return partij === null ? null : { partij, zaken: zakenUit(leesRijen(ObjectcontactBron, wat).rijen) };
    },
  };
}
