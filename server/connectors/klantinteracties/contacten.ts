import { z } from 'zod';
import { binnenTermijn } from '../http/termijn.ts';
import { BronFout, type Aanroep, type Klantcontact, type Klantregister, type Lijst } from '../ports.ts';
import { lees, leesRijen } from '../upstream.ts';
import type { Actoren } from './actoren.ts';
import type { Klantinteracties } from './basis.ts';
import { klantcontactVan, zakenUit } from './mapping.ts';
import { Gemaakt, InternetaakBron, KlantcontactBron, OnderwerpobjectBron, Uitgevouwen } from './schema.ts';

type Contactkant = Pick<
  Klantregister,
  'contactenVanPartij' | 'contactenVanZaak' | 'vindContact' | 'maakContact' | 'koppelZaak' | 'partijVan'
>;

const EXPAND = { expand: 'hadBetrokkenen,gingOverOnderwerpobjecten,leiddeTotInterneTaken' };
const WIE_EN_WAT = { expand: 'hadBetrokkenen,gingOverOnderwerpobjecten' };
const MetExpand = z.object({ _expand: Uitgevouwen.nullish() });
const MaakAntwoord = z.object({ klantcontact: Gemaakt });
const PAGINA = { pageSize: '100' };

/** Klantcontacten: read with what belongs to them in one call, written as one transaction of the register. */
export function maakContacten(ki: Klantinteracties, actoren: Actoren): Contactkant {
  const { id, zaakcodes } = ki.config;

  async function zoek(
    filter: Record<string, string>,
    past: (contact: z.output<typeof KlantcontactBron>) => boolean,
    hoogstens: number,
    aanroep: Aanroep,
  ): Promise<Lijst<Klantcontact>> {
    const { rijen: gelezen, onleesbaar } = leesRijen(
      KlantcontactBron,
      await ki.alles('/klantcontacten', { ...filter, ...EXPAND, ...PAGINA }, aanroep),
    );
    // Checked again: a register that does not know the filter gives everybody's.
    const rijen = gelezen.filter(past);
    // The register knows no ordering by date: all are read, then the newest are taken.
    const nieuwste = rijen
      .sort((a, b) => Date.parse(b.plaatsgevondenOp) - Date.parse(a.plaatsgevondenOp))
      .slice(0, hoogstens);
    const betrokken = nieuwste
      .flatMap((c) => c._expand?.leiddeTotInterneTaken ?? [])
      .flatMap((t) => [...t.toegewezenAanActoren, ...(t.toegewezenAanActor ? [t.toegewezenAanActor] : [])])
      .map((a) => a.uuid);
    const namen = await actoren.namen(betrokken, aanroep);
    return {
      rijen: nieuwste.map((c) => klantcontactVan(c, (actor) => namen.get(actor) ?? null)),
      onleesbaar,
    };
  }

  const onderwerp = (zaak: string) => ({ onderwerpobjectidentificator: { ...zaakcodes, objectId: zaak } });

  return {
    contactenVanPartij: (partij, hoogstens, aanroep) =>
      zoek(
        { hadBetrokkene__wasPartij__uuid: partij },
        ({ _expand }) => _expand?.hadBetrokkenen?.some((b) => b.wasPartij?.uuid === partij) ?? false,
        hoogstens,
        binnenTermijn(aanroep),
      ),
    // By objectId alone: who wrote it may have spelled the other codes differently.
    contactenVanZaak: (zaak, aanroep) =>
      zoek(
        { onderwerpobject__onderwerpobjectidentificatorObjectId: zaak },
        ({ _expand }) => zakenUit(_expand?.gingOverOnderwerpobjecten ?? []).includes(zaak),
        Infinity,
        binnenTermijn(aanroep),
      ),
    async vindContact(referentienummer, aanroep) {
      const eigen = (contact: { referentienummer: string | null }): boolean =>
        contact.referentienummer === referentienummer;
      // Never from the cache: what was not there a moment ago may have been written since.
      const vers = { ...aanroep, vers: true };
      const { rijen, onleesbaar } = await zoek({ referentienummer }, eigen, Infinity, vers);
      if (onleesbaar > 0) throw new BronFout(id, 'onleesbaar', { code: 'klantcontact' });
      return rijen[0] ?? null;
    },
    async maakContact(nieuw, aanroep) {
      const { partij, naam, zaak, metadata, ...velden } = nieuw;
      const betrokkene = {
        wasPartij: partij === null ? null : { uuid: partij },
        rol: 'klant',
        initiator: metadata['richting'] !== 'uitgaand',
        ...(naam === null
          ? {}
          : {
              contactnaam: {
                voorletters: '',
                voornaam: '',
                voorvoegselAchternaam: '',
                achternaam: naam.slice(0, 200),
              },
            }),
      };
      const antwoord = await ki.post(
        '/maak-klantcontact',
        {
          klantcontact: { ...velden, indicatieContactGelukt: true, metadata },
          ...(partij === null && naam === null ? {} : { betrokkene }),
          ...(zaak === null ? {} : { onderwerpobject: onderwerp(zaak) }),
        },
        [partij, zaak].filter((u) => u !== null),
        aanroep,
      );
      return { uuid: lees(id, MaakAntwoord, antwoord).klantcontact.uuid };
    },
    async koppelZaak(klantcontact, zaak, aanroep) {
      const rijen = await ki.alles(
        '/onderwerpobjecten',
        { klantcontact__uuid: klantcontact },
        { ...aanroep, vers: true },
      );
      if (zakenUit(leesRijen(OnderwerpobjectBron, rijen).rijen).includes(zaak)) return;
      await ki.maak(
        '/onderwerpobjecten',
        { klantcontact: { uuid: klantcontact }, wasKlantcontact: null, ...onderwerp(zaak) },
        [klantcontact, zaak],
        aanroep,
      );
    },
    async partijVan(soort, uuid, aanroep) {
      try {
        const contact =
          soort === 'klantcontact'
            ? uuid
            : lees(id, InternetaakBron, await ki.een(`/internetaken/${uuid}`, aanroep))
                .aanleidinggevendKlantcontact.uuid;
        const gelezen = await ki.een(`/klantcontacten/${contact}`, aanroep, WIE_EN_WAT);
        const deel = lees(id, MetExpand, gelezen)._expand;
        const partij = deel?.hadBetrokkenen?.find((b) => b.wasPartij)?.wasPartij?.uuid;
        if (partij === undefined) return null;
        return { partij, zaken: zakenUit(deel?.gingOverOnderwerpobjecten ?? []) };
      } catch (fout) {
        if (fout instanceof BronFout && fout.soort === 'niet_gevonden') return null;
        throw fout;
      }
    },
  };
}
