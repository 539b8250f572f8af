import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { z } from 'zod';
import {
  BronFout,
  type Bestand,
  type Deel,
  type Zaakdocument,
  type Zaakregister,
} from '../connectors/ports.ts';
import { isVervolg, leesBereik } from '../domain/bereik.ts';
import { fout } from '../fouten.ts';
import { alsFout } from './bronnen.ts';
import { aanroepVan, type Deps, type Wie } from './deps.ts';
import { leesStroom } from './documentstroom.ts';
import { DOEL_KLANTCONTACT } from './doelbinding.ts';
import { logDownload } from './verwerkingen.ts';
import { magDocument } from './zaakdetail.ts';
import { vindRegister, zaakId } from './zaaklezing.ts';
import { toegangTotZaak, type Toegang } from './zaaktoegang.ts';

export interface DownloadVraag {
  /** `Range`, and the `If-Range` under which it holds. */
  bereik: string | null;
  mits: string | null;
  /** Only what is told about the file (HEAD). */
  zonderInhoud: boolean;
  /** Ends the call to the register when the caller leaves. */
  signal: AbortSignal;
}

export interface Download {
  document: Zaakdocument;
  /** Stands for each byte of the file; null where the register's answers cannot be told apart. */
  etag: string | null;
  /** Bytes of the whole file, where known. */
  omvang: number | null;
  /** What `inhoud` holds of it: a part, or null for the whole; `buiten` where the file has nothing of what was asked. */
  deel: Deel | 'buiten' | null;
  /** null with `zonderInhoud` and with `buiten`. Errors half way, never ends short. */
  inhoud: Readable | null;
}

/**
 * The content of a document, through a zaak of it that this medewerker may see with documents. Never through the
 * document alone: the rights are the zaak's. They are decided for every part of it that is asked for.
 * @throws niet_gevonden, doel_ontbreekt, bron_onbereikbaar
 */
export async function open(deps: Deps, wie: Wie, id: string, vraag: DownloadVraag): Promise<Download> {
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
    const inzage = {
      voorwerp: id,
      betrokkene: toegang.klant?.sleutel ?? null,
      doel: toegang.doel,
      register: register.id,
    };
    await logDownload(deps, wie, inzage, isVervolg(vraag.bereik));
    return await haal(deps, register, document, toegang, vraag);
  } catch (oorzaak) {
    throw alsFout(oorzaak, register.naam);
  }
}

async function haal(
  deps: Deps,
  register: Zaakregister,
  document: Zaakdocument,
  toegang: Toegang,
  { bereik, mits, zonderInhoud, signal }: DownloadVraag,
): Promise<Download> {
  const { omvang } = document;
  const etag = etagVan(document);
  const download = { document, etag, omvang, deel: null, inhoud: null };
  if (zonderInhoud) return download;
  const geldt = etag !== null && omvang !== null && (mits === null || mits === etag);
  const deel = geldt ? leesBereik(bereik, omvang) : null;
  if (deel === 'buiten') return { ...download, deel };
  const aanroep = { ...toegang.aanroep, signal };
  const vraagAan = (welk: Deel | null) => register.bestand(document, welk, aanroep);
  const begin = await vraagAan(deel).catch((oorzaak: unknown) => {
    // The file is shorter than its record says.
    if (!(oorzaak instanceof BronFout && oorzaak.status === 416)) throw oorzaak;
    return vraagAan(null);
  });
  if (omvang === null || begin.omvang === omvang) {
    const stroom = {
      begin,
      // With a known length nothing but all of it counts as done.
      deel: deel ?? (begin.omvang === null ? null : { van: 0, tot: begin.omvang }),
      omvang,
      vervolg: etag === null ? null : vraagAan,
      signal,
    };
    return {
      ...download,
      omvang: begin.omvang,
      deel,
      inhoud: Readable.from(leesStroom(register.id, stroom)),
    };
  }
  return { ...download, ...(await zonderBelofte(deps, register, begin, deel, vraagAan, omvang, signal)) };
}

/**
 * The register sends no length, or another than its record of the document says: then nobody knows what a part of it
 * is, and the whole is sent as it comes.
 */
async function zonderBelofte(
  { log }: Deps,
  register: Zaakregister,
  begin: Bestand,
  deel: Deel | null,
  vraagAan: (deel: null) => Promise<Bestand>,
  omvang: number,
  signal: AbortSignal,
): Promise<Pick<Download, 'etag' | 'omvang' | 'inhoud'>> {
  let bestand = begin;
  if (deel !== null && begin.vanaf > 0) {
    begin.inhoud.destroy();
    bestand = await vraagAan(null);
  }
  const echt = bestand.omvang;
  if (echt !== null) log.warn({ bron: register.id, omvang, echt }, 'bestand heeft een andere omvang');
  const stroom = {
    begin: bestand,
    deel: echt === null ? null : { van: 0, tot: echt },
    omvang: echt === null ? omvang : null,
    vervolg: null,
    signal,
  };
  return { etag: null, omvang: echt, inhoud: Readable.from(leesStroom(register.id, stroom)) };
}

/** Whether a download ended half way because the caller left, or the register did: that one stands in our log. */
export function isAfgebroken({ log }: Deps, wie: Wie, oorzaak: unknown): boolean {
  if (oorzaak instanceof BronFout) {
    const { bron, soort, code } = oorzaak;
    log.warn({ bron, soort, code, traceId: wie.traceId }, 'download afgebroken door het register');
    return true;
  }
  return oorzaak instanceof Error && 'code' in oorzaak && oorzaak.code === 'ERR_STREAM_PREMATURE_CLOSE';
}

/** The version and length of the content: of a document without a version nobody can say whether it is the same. */
function etagVan({ uuid, versie, omvang }: Zaakdocument): string | null {
  if (versie === null || omvang === null) return null;
  const merk = createHash('sha256')
    .update(JSON.stringify([uuid, versie, omvang]))
    .digest('base64url');
  return `"${merk.slice(0, 22)}"`;
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
