import { z } from 'zod';
import { zgwToken } from './klanten.ts';

/**
 * The same screen by the call pattern of the open-source KISS, as our issue describes it (not its code): for each
 * zaakregister one search and then, of every zaak, zaaktype, status, statustype and rollen one after the other (1 + 4N,
 * a chain of 5); of the klantregister the partij, its betrokkenen, each klantcontact strictly after the one before, and
 * for these their internetaken and the zaken they were about (2 + K + I + Z).
 */
export async function alsKiss(
  basis: string,
  bsn: string,
): Promise<{ ms: number; aanroepen: number; keten: number; zaken: number; contacten: number }> {
  const authorization = await zgwToken();
  let aanroepen = 0;
  const roep = async <T>(pad: string, vorm: z.ZodType<T>, token: string, lichaam?: object): Promise<T> => {
    aanroepen += 1;
    const antwoord = await fetch(pad.startsWith('http') ? pad : basis + pad, {
      headers: {
        authorization: token,
        'accept-crs': 'EPSG:4326',
        'content-crs': 'EPSG:4326',
        'content-type': 'application/json',
      },
      ...(lichaam === undefined ? {} : { method: 'POST', body: JSON.stringify(lichaam) }),
    });
    if (!antwoord.ok)
      throw new Error(`kiss: ${String(antwoord.status)} op ${new URL(antwoord.url).pathname}`);
    return vorm.parse(await antwoord.json());
  };
  const zgw = <T>(pad: string, vorm: z.ZodType<T>, lichaam?: object) =>
    roep(pad, vorm, authorization, lichaam);
  const klant = <T>(pad: string, vorm: z.ZodType<T>) =>
    roep(`/klantinteracties/api/v1${pad}`, vorm, 'Token sandbox-token');

  const begin = performance.now();
  const [zaken, contacten] = await Promise.all([leesZaken(), leesContacten()]);
  return {
    ms: performance.now() - begin,
    aanroepen,
    keten: Math.max(5, contacten.keten),
    zaken,
    contacten: contacten.aantal,
  };

  async function leesZaken(): Promise<number> {
    const { results } = await zgw('/zaken/api/v1/zaken/_zoek', Zaken, {
      rol__betrokkeneIdentificatie__natuurlijkPersoon__inpBsn: bsn,
    });
    await Promise.all(
      results.map(async (zaak) => {
        await zgw(zaak.zaaktype, Iets);
        if (zaak.status !== null) {
          const { statustype } = await zgw(zaak.status, Status);
          await zgw(statustype, Iets);
        }
        await zgw(`/zaken/api/v1/rollen?zaak=${encodeURIComponent(zaak.url)}`, Iets);
      }),
    );
    return results.length;
  }

  async function leesContacten(): Promise<{ aantal: number; keten: number }> {
    const partijen = await klant(
      `/partijen?partijIdentificator__codeSoortObjectId=bsn&partijIdentificator__objectId=${bsn}`,
      Lijst,
    );
    const partij = partijen.results[0]?.uuid;
    if (partij === undefined) return { aantal: 0, keten: 1 };
    const { results } = await klant(`/betrokkenen?wasPartij__uuid=${partij}&pageSize=100`, Betrokkenen);
    const gelezen: z.infer<typeof Contact>[] = [];
    for (const { hadKlantcontact } of results)
      gelezen.push(await klant(`/klantcontacten/${hadKlantcontact.uuid}`, Contact));
    await Promise.all(
      gelezen.flatMap(({ leiddeTotInterneTaken, gingOverOnderwerpobjecten }) => [
        ...leiddeTotInterneTaken.map(({ uuid }) => klant(`/internetaken/${uuid}`, Iets)),
        ...gingOverOnderwerpobjecten.map(({ uuid }) => klant(`/onderwerpobjecten/${uuid}`, Iets)),
      ]),
    );
    return { aantal: gelezen.length, keten: 2 + gelezen.length + 1 };
  }
}

const Iets = z.looseObject({});
const Zaken = z.object({
  results: z.array(z.object({ url: z.string(), zaaktype: z.string(), status: z.string().nullable() })),
});
const Status = z.object({ statustype: z.string() });
const Ding = z.object({ uuid: z.string() });
const Lijst = z.object({ results: z.array(Ding) });
const Betrokkenen = z.object({ results: z.array(z.object({ hadKlantcontact: Ding })) });
const Contact = z.object({ leiddeTotInterneTaken: z.array(Ding), gingOverOnderwerpobjecten: z.array(Ding) });
