import { z } from 'zod';
import { ZOEKTYPEN } from './brp/vragen.ts';
import { maakBasis } from './http/adres.ts';
import { ACTORCODES, ZAAKCODES } from './klantinteracties/config.ts';
import { KANALEN } from './notificaties/index.ts';
import { ZgwKan, ZgwSoort } from './zgw/kan.ts';

/** The REGISTERS file (docs/INSTELLINGEN.md). A secret stands there literally or as `{"env": "NAME"}`. */

const tekst = z.string('ontbreekt of is geen tekst').trim().min(1, 'is leeg');
/** Ids stand in zaak ids (`<register>~<uuid>`) and in URLs of ours. */
const id = tekst.regex(/^[a-z0-9][a-z0-9-]*$/, 'mag alleen kleine letters, cijfers en - hebben');

const url = tekst.refine(
  (t) => {
    try {
      return maakBasis(t).url !== '';
    } catch {
      return false;
    }
  },
  { error: 'is geen http(s)-adres' },
);
/** `publiek`: the URL by which the register names itself, where a proxy calls it otherwise. */
const adres = z.union([url, z.strictObject({ url, publiek: url })], 'is geen http(s)-adres');
export type Adres = z.output<typeof adres>;

const tls = z.strictObject({ ca: tekst.optional(), cert: tekst.optional(), key: tekst.optional() });
export type Tls = z.output<typeof tls>;

const codes = (standaard: typeof ZAAKCODES) =>
  z.strictObject({ codeObjecttype: tekst, codeRegister: tekst, codeSoortObjectId: tekst }).default(standaard);

/** How a zaakregister wants to be called: a ZGW JWT made here, or a token of an OAuth2 server (client credentials). */
const zgwAuth = z.discriminatedUnion(
  'soort',
  [
    z.strictObject({ soort: z.literal('jwt') }),
    z.strictObject({
      soort: z.literal('oauth2'),
      tokenUrl: tekst.refine(veiligAdres, { error: 'is geen https-adres' }),
      scope: tekst.optional(),
      /** Header for the id of the medewerker, which no token of the application holds. */
      gebruikerkop: tekst.regex(/^[A-Za-z0-9-]+$/, 'is geen naam van een kop').optional(),
    }),
  ],
  'moet soort jwt of oauth2 hebben',
);

const rsin = tekst.regex(/^\d{9}$/, 'is geen RSIN van 9 cijfers');

/** By at least one of `rsin`, `kvkNummer` and `eenheid` (identificatie or name of an organisatorische eenheid). */
const ketenpartner = z
  .strictObject({
    naam: tekst.max(200, 'heeft meer dan 200 tekens'),
    telefoon: tekst.regex(/^[\d+() -]{3,20}$/, 'is geen telefoonnummer').optional(),
    website: tekst.refine((t) => URL.parse(t)?.protocol === 'https:', 'is geen https-adres').optional(),
    teZeggen: tekst.max(500, 'heeft meer dan 500 tekens').optional(),
    rsin: rsin.optional(),
    kvkNummer: tekst.regex(/^\d{8}$/, 'is geen KVK-nummer van 8 cijfers').optional(),
    eenheid: tekst.optional(),
  })
  .transform(({ rsin: nummer, kvkNummer, eenheid, naam, telefoon, website, teZeggen }, ctx) => {
    const kenmerken = [nummer, kvkNummer, eenheid].filter((kenmerk) => kenmerk !== undefined);
    if (kenmerken.length === 0)
      ctx.addIssue({ code: 'custom', message: 'wil een rsin, kvkNummer of eenheid' });
    return {
      naam,
      telefoon: telefoon ?? null,
      website: website ?? null,
      teZeggen: teZeggen ?? null,
      kenmerken,
    };
  });

/** A secret goes there: https, or a machine of one's own. */
function veiligAdres(adres: string): boolean {
  const doel = URL.parse(adres);
  if (doel?.protocol === 'https:') return doel.username === '' && doel.hash === '';
  return doel?.protocol === 'http:' && /^(?:127\.0\.0\.1|\[::1\]|localhost)$/.test(doel.hostname);
}

type Sleutel = { token: string } | { clientId: string; secret: string };

/** undefined where it is neither the one nor the other, or both. */
function sleutelVan(uit: Record<'token' | 'clientId' | 'secret', string | undefined>): Sleutel | undefined {
  const { token, clientId, secret } = uit;
  if (clientId === undefined && secret === undefined) return token === undefined ? undefined : { token };
  if (token !== undefined || clientId === undefined || secret === undefined) return undefined;
  return { clientId, secret };
}

function schema(env: Readonly<Record<string, string | undefined>>) {
  const geheim = z
    .union([tekst, z.strictObject({ env: tekst })], 'ontbreekt: geef een tekst of {"env": "NAAM"}')
    .transform((waarde, ctx) => {
      if (typeof waarde === 'string') return waarde;
      const gevonden = env[waarde.env]?.trim();
      if (gevonden !== undefined && gevonden !== '') return gevonden;
      ctx.addIssue({ code: 'custom', message: `verwijst naar ${waarde.env}, maar die is niet gezet` });
      return z.NEVER;
    });
  const algemeen = { id, naam: tekst.optional(), tls: tls.optional() };
  /** Of an Objecten API: its own token, or the JWT with which e-Suite imitates one; never both (KISS). */
  const aanmelding = { token: geheim.optional(), clientId: tekst.optional(), secret: geheim.optional() };
  const zaakregister = z.strictObject({
    ...algemeen,
    soort: ZgwSoort.default('openzaak'),
    zaken: adres,
    catalogi: adres,
    documenten: adres.optional(),
    besluiten: adres.optional(),
    clientId: tekst,
    secret: geheim,
    auth: zgwAuth.default({ soort: 'jwt' }),
    substatussen: z.boolean().optional(),
    expand: ZgwKan.shape.expand,
    /** Names of the eigenschappen that may be shown. */
    eigenschappen: z.array(tekst).default([]),
    kan: ZgwKan.default({}),
  });
  const brpDoel = z.strictObject({
    velden: z.array(tekst).min(1).optional(),
    zoekvelden: z.array(tekst).min(1).optional(),
    headers: z.record(z.string(), z.string()).optional(),
    typen: z
      .partialRecord(
        z.enum(ZOEKTYPEN),
        z.strictObject({
          velden: z.array(tekst).min(1).optional(),
          headers: z.record(z.string(), z.string()).optional(),
        }),
      )
      .optional(),
  });
  return z
    .strictObject({
      zaakregisters: z.array(zaakregister).min(1, 'moet ten minste één register hebben'),
      klantregister: z
        .discriminatedUnion(
          'soort',
          [
            z.strictObject({
              ...algemeen,
              soort: z.literal('klantinteracties').optional(),
              klantinteracties: adres,
              token: geheim,
              zaakcodes: codes(ZAAKCODES),
              actorcodes: codes(ACTORCODES),
            }),
            z.strictObject({
              ...algemeen,
              soort: z.literal('contactmomenten1'),
              product: z.enum(['openklant1', 'esuite']).default('openklant1'),
              contactmomenten: adres,
              klanten: adres,
              clientId: tekst,
              secret: geheim,
              /** RSIN that a new klant or contact is given. */
              bronorganisatie: tekst.regex(/^\d{9}$/, 'is geen RSIN van 9 cijfers').optional(),
              kan: z.strictObject({ terugvinden: z.boolean().optional() }).default({}),
            }),
          ],
          'moet klantinteracties of contactmomenten1 zijn',
        )
        .optional(),
      personen: z
        .strictObject({
          ...algemeen,
          url: adres,
          apiKey: geheim.optional(),
          headers: z.record(z.string(), geheim).default({}),
          doelen: z.record(z.string(), brpDoel).default({}),
          /** Of the own gemeente, for searches by street or by name without a date of birth. */
          gemeentecode: tekst.regex(/^\d{4}$/, 'is geen gemeentecode van 4 cijfers').optional(),
        })
        .optional(),
      bedrijven: z.strictObject({ ...algemeen, url: adres, apiKey: geheim }).optional(),
      /** RSINs of the municipality, where zaken name another one as their bronorganisatie (a shared service). */
      eigenOrganisaties: z.array(rsin).default([]),
      ketenpartners: z.array(ketenpartner).default([]),
      notificaties: z
        .strictObject({
          ...algemeen,
          url: adres,
          clientId: tekst,
          secret: geheim,
          callbackUrl: tekst
            .max(200, 'heeft meer dan 200 tekens')
            .refine((t) => /^https?:$/.test(URL.parse(t)?.protocol ?? ''), 'is geen http(s)-adres'),
          callbackToken: geheim,
          kanalen: z.array(tekst).default([...KANALEN]),
        })
        .optional(),
      medewerkers: z
        .strictObject({
          ...algemeen,
          id: id.default('medewerkers'),
          csv: tekst.optional(),
          objecten: adres.optional(),
          ...aanmelding,
          typen: z.strictObject({ afdeling: url, groep: url, medewerker: url }).optional(),
        })
        .transform(({ csv, objecten, typen, token, clientId, secret, ...wie }, ctx) => {
          const sleutel = sleutelVan({ token, clientId, secret });
          if (csv === undefined && objecten !== undefined && typen !== undefined && sleutel !== undefined)
            return { ...wie, objecten, typen, sleutel };
          const alleenCsv = [objecten, typen, token, clientId, secret].every((deel) => deel === undefined);
          if (csv !== undefined && alleenCsv) return { ...wie, csv };
          ctx.addIssue({
            code: 'custom',
            message: 'wil óf csv, óf objecten met typen en een token (of clientId en secret)',
          });
          return z.NEVER;
        })
        .optional(),
      klanttaken: z
        .strictObject({
          ...algemeen,
          id: id.default('klanttaken'),
          objecten: adres,
          ...aanmelding,
          type: url,
        })
        .transform(({ token, clientId, secret, ...rest }, ctx) => {
          const sleutel = sleutelVan({ token, clientId, secret });
          if (sleutel !== undefined) return { ...rest, sleutel };
          ctx.addIssue({ code: 'custom', message: 'wil een token (of clientId en secret)' });
          return z.NEVER;
        })
        .optional(),
    })
    .refine(
      (c) => {
        const { klantregister, personen, bedrijven, notificaties, medewerkers, klanttaken } = c;
        const overige = [klantregister, personen, bedrijven, notificaties, medewerkers, klanttaken];
        const ids = [...c.zaakregisters, ...overige].filter((r) => r !== undefined).map((r) => r.id);
        return new Set(ids).size === ids.length;
      },
      { error: 'elk register heeft een eigen id nodig', path: ['id'] },
    );
}

export type RegistersConfig = z.output<ReturnType<typeof schema>>;

/** A REGISTERS file that cannot be used; the message is the one line for whoever starts the console. */
export class RegistersFout extends Error {}

/** Parses the content of a REGISTERS file; throws RegistersFout with one line that names what is wrong or missing. */
export function leesRegisters(
  inhoud: string,
  env: Readonly<Record<string, string | undefined>>,
): RegistersConfig {
  let json: unknown;
  try {
    json = JSON.parse(inhoud);
  } catch {
    throw new RegistersFout('REGISTERS: het bestand is geen geldige JSON.');
  }
  const gelezen = schema(env).safeParse(json);
  if (gelezen.success) return gelezen.data;
  const eerste = gelezen.error.issues[0];
  const pad = [...(eerste?.path ?? [])].join('.');
  const wat =
    eerste?.code === 'unrecognized_keys'
      ? `kent geen ${eerste.keys.join(', ')}`
      : (eerste?.message ?? 'is ongeldig');
  throw new RegistersFout(`REGISTERS: ${pad === '' ? 'het bestand' : pad} ${wat}.`);
}
