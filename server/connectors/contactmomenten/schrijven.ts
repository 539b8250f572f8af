import { leesPagina } from '../http/pagina.ts';
import type { Vraag } from '../http.ts';
import { BronFout, type Aanroep, type Klantregister } from '../ports.ts';
import { lees, leesRijen } from '../upstream.ts';
import type { Contactmomenten } from './basis.ts';
import type { Lezer } from './lezen.ts';
import { contactmomentNaar, medewerkerNaar, zakenUit } from './mapping.ts';
import { ContactmomentBron, Gemaakt, KlantcontactmomentBron, ObjectcontactBron } from './schema.ts';
import { leesVerwijzing } from './verwijzing.ts';

const DAG = 24 * 60 * 60_000;
/** How far back a contact is looked for: longer than the outbox goes on trying. */
const TERUG_MS = 31 * DAG;

/** The standard (Open Klant 1) takes the link only from a zaakregister, which makes it when the zaak is told of the contact. */
const eerstBijDeZaak = (fout: unknown): boolean =>
  fout instanceof BronFout && fout.velden.some((veld) => veld.code === 'inconsistent-relation');

type Schrijfkant = Pick<Klantregister, 'vindContact' | 'maakContact' | 'koppelZaak' | 'koppelActor'>;

/**
 * Registering takes three calls (contactmoment, klantcontactmoment, objectcontactmoment) without a transaction. What
 * must be linked stands in our own onderwerpLink, so that whoever finds a half-made chain can complete it.
 */
export function maakSchrijver(cm: Contactmomenten, lezer: Lezer): Schrijfkant {
  const { id, product, terugvinden, zaken } = cm.config;

  const links = (pad: string, contactmoment: string, aanroep: Aanroep) =>
    cm.alles('contactmomenten', pad, { contactmoment }, { ...aanroep, vers: true });

  async function koppelKlant(contact: string, klant: string, aanroep: Aanroep): Promise<void> {
    const contactmoment = cm.url('contactmoment', contact);
    const rijen = await links('/klantcontactmomenten', contactmoment, aanroep);
    const bestaand = leesRijen(KlantcontactmomentBron, rijen).rijen;
    if (bestaand.some((k) => cm.uuidVan('klanten', k.klant) === klant)) return;
    await cm.post(
      'contactmomenten',
      '/klantcontactmomenten',
      { contactmoment, klant: cm.url('klant', klant), rol: 'gesprekspartner' },
      [contact, klant],
      aanroep,
    );
  }

  const koppelZaak: Schrijfkant['koppelZaak'] = async (contact, zaak, aanroep) => {
    const contactmoment = cm.url('contactmoment', contact);
    const bestaand = leesRijen(
      ObjectcontactBron,
      await links('/objectcontactmomenten', contactmoment, aanroep),
    );
    if (zakenUit(bestaand.rijen).includes(zaak)) return;
    const adres = await zaken.vind(zaak, aanroep);
    if (adres === null) throw new BronFout(id, 'niet_gevonden', { code: 'zaak' });
    const lichaam = { contactmoment, object: adres.url, objectType: 'zaak' };
    try {
      await cm.post('contactmomenten', '/objectcontactmomenten', lichaam, [contact, zaak], aanroep);
    } catch (fout) {
      if (!eerstBijDeZaak(fout)) throw fout;
      await adres.koppel(contactmoment, aanroep);
    }
  };

  async function maakHeel(contact: string, klant: string | null, zaak: string | null, aanroep: Aanroep) {
    if (klant !== null) await koppelKlant(contact, klant, aanroep);
    if (zaak !== null) await koppelZaak(contact, zaak, aanroep);
  }

  return {
    koppelZaak,
    async vindContact(referentienummer, aanroep) {
      // Asking nothing and writing again might double it.
      if (!terugvinden) throw new BronFout(id, 'niet_ondersteund', { code: 'niet_terug_te_vinden' });
      const wie = aanroep.medewerker === null ? '' : medewerkerNaar(aanroep.medewerker).identificatie;
      const query = {
        registratiedatum__gte: new Date(Date.now() - TERUG_MS).toISOString(),
        ordering: '-registratiedatum',
        ...(wie === '' ? {} : { medewerkerIdentificatie__identificatie: wie }),
      };
      const vers = { ...aanroep, vers: true };
      let gebroken = 0;
      const gezien = new Set<string>();
      for (let nu: Vraag | null = cm.vraag('contactmomenten', '/contactmomenten', query); nu !== null;) {
        if (gezien.has(nu.pad) || gezien.size >= 50)
          throw new BronFout(id, 'onleesbaar', { code: 'te_veel_paginas' });
        gezien.add(nu.pad);
        const blad: Awaited<ReturnType<typeof leesPagina>> = await leesPagina(id, cm.http, nu, vers);
        const { rijen, onleesbaar } = leesRijen(ContactmomentBron, blad.rijen);
        gebroken += onleesbaar;
        for (const bron of rijen) {
          const eigen = leesVerwijzing(bron.onderwerpLinks);
          if (eigen?.referentienummer !== referentienummer) continue;
          await maakHeel(bron.url, eigen.klant, eigen.zaak, aanroep);
          return lezer.alsContact({ ...bron, objectcontactmomenten: null }, vers);
        }
        nu = blad.volgende;
      }
      if (gebroken > 0) throw new BronFout(id, 'onleesbaar', { code: 'contactmoment' });
      return null;
    },
    async maakContact(nieuw, aanroep) {
      // There is no mark for it here: every application on this register would show the text.
      if (nieuw.vertrouwelijk) throw new BronFout(id, 'niet_ondersteund', { code: 'vertrouwelijk' });
      const lichaam = contactmomentNaar(nieuw, product, cm.bronorganisatie(), aanroep.medewerker);
      const raakt = [nieuw.partij, nieuw.zaak].filter((uuid) => uuid !== null);
      const { url: uuid } = lees(
        id,
        Gemaakt,
        await cm.post('contactmomenten', '/contactmomenten', lichaam, raakt, aanroep),
      );
      await maakHeel(uuid, nieuw.partij, nieuw.zaak, aanroep);
      return { uuid };
    },
    /** The medewerker of the call goes along with the contact; of another it cannot be told afterwards. */
    async koppelActor(_contact, medewerker, aanroep) {
      if (medewerker.id !== aanroep.medewerker?.id)
        throw new BronFout(id, 'niet_ondersteund', { code: 'andere_medewerker' });
    },
  };
}
