import { z } from 'zod';
import type { Bestand, Zaakdocument } from '../connectors/ports.ts';
import { fout } from '../fouten.ts';
import { alsFout } from './bronnen.ts';
import { aanroepVan, type Deps, type Wie } from './deps.ts';
import { DOEL_KLANTCONTACT } from './doelbinding.ts';
import { logInzage } from './verwerkingen.ts';
import { magDocument } from './zaakdetail.ts';
import { vindRegister, zaakId } from './zaaklezing.ts';
import { toegangTotZaak, type Toegang } from './zaaktoegang.ts';

/**
 * The content of a document, through a zaak of it that this medewerker may see with documents. Never through the
 * document alone: the rights are the zaak's.
 * @throws niet_gevonden, doel_ontbreekt, bron_onbereikbaar
 */
export async function open(
  deps: Deps,
  wie: Wie,
  id: string,
): Promise<{ document: Zaakdocument; bestand: Bestand }> {
  const gevonden = vindRegister(deps.registers.zaken, id);
  if (gevonden === null || !z.uuid().safeParse(gevonden.uuid).success) throw fout('niet_gevonden');
  const { register, uuid } = gevonden;
  const aanroep = aanroepVan(wie, DOEL_KLANTCONTACT);
  try {
    const [document, zaken] = await Promise.all([
      register.document(uuid, aanroep),
      register.zakenVanDocument(uuid, aanroep),
    ]);
    const toegang = await eersteToegang(
      deps,
      wie,
      zaken.map((zaak) => zaakId(register.id, zaak)),
      document,
    );
    await logInzage(deps, wie, {
      handeling: 'document',
      voorwerp: id,
      betrokkenen: [toegang.klant?.sleutel ?? null],
      doel: toegang.doel,
      registers: [register.id],
    });
    return { document, bestand: await register.bestand(uuid, toegang.aanroep) };
  } catch (oorzaak) {
    throw alsFout(oorzaak, register.naam);
  }
}

async function eersteToegang(
  deps: Deps,
  wie: Wie,
  zaken: readonly string[],
  document: Zaakdocument,
): Promise<Toegang> {
  let zonderDoel: Error | null = null;
  for (const zaak of zaken) {
    const toegang = await toegangTotZaak(deps, wie, zaak).catch((oorzaak: unknown) => oorzaak);
    if (toegang instanceof Error) {
      if ('code' in toegang && toegang.code === 'doel_ontbreekt') zonderDoel = toegang;
      continue;
    }
    const gelezen = toegang as Toegang;
    if (magDocument(wie, gelezen.kern, document.vertrouwelijkheidaanduiding)) return gelezen;
  }
  throw zonderDoel ?? fout('niet_gevonden');
}
