import { z } from 'zod';

/** Fixed values of the contract (docs/CONTRACT.md, HTTP). Everything that names one of them imports it from here. */
export const Kanaal = z.enum([
  'telefoon',
  'balie',
  'email',
  'webformulier',
  'chat',
  'whatsapp',
  'brief',
  'social',
]);
export type Kanaal = z.infer<typeof Kanaal>;

export const Vraagtype = z.enum(['voortgang', 'informatie', 'aanvraag', 'klacht', 'overig']);
export type Vraagtype = z.infer<typeof Vraagtype>;

export const Resultaat = z.enum([
  'beantwoord',
  'gedeeltelijk',
  'niet_beantwoord',
  'doorverwezen',
  'terugbelverzoek',
]);
export type Resultaat = z.infer<typeof Resultaat>;

export const Richting = z.enum(['inkomend', 'uitgaand']);
export type Richting = z.infer<typeof Richting>;

export const Verificatie = z.enum(['geen', 'vragen', 'document']);
export type Verificatie = z.infer<typeof Verificatie>;

export const Doelgroep = z.enum(['betrokkenen', 'intern']);
export type Doelgroep = z.infer<typeof Doelgroep>;

export const Bezorging = z.enum(['bezorgd', 'wacht']);
export type Bezorging = z.infer<typeof Bezorging>;

/** An act that a record allows to this medewerker; the client asks `magDoen`, never its own rules. */
export const Handeling = z.enum([
  'contactmoment',
  'terugbelverzoek',
  'klacht',
  'substatus',
  'status',
  'toewijzen',
  'opschorten',
  'verlengen',
  'heropenen',
  'document',
]);
export type Handeling = z.infer<typeof Handeling>;

export const Rol = z.enum(['kcc', 'balie', 'behandelaar', 'teamleider', 'beheerder', 'klachten', 'privacy']);
export type Rol = z.infer<typeof Rol>;

/** Viewing levels of a zaak, low to high (docs/RECHTEN.md). */
export const NIVEAUS = ['niets', 'bestaan', 'status', 'inhoud', 'documenten'] as const;
export const Niveau = z.enum(NIVEAUS);
export type Niveau = z.infer<typeof Niveau>;

/** ZGW vertrouwelijkheidaanduiding, low to high (Zaken API 1.5.1). */
export const VERTROUWELIJKHEDEN = [
  'openbaar',
  'beperkt_openbaar',
  'intern',
  'zaakvertrouwelijk',
  'vertrouwelijk',
  'confidentieel',
  'geheim',
  'zeer_geheim',
] as const;
export const Vertrouwelijkheid = z.enum(VERTROUWELIJKHEDEN);
export type Vertrouwelijkheid = z.infer<typeof Vertrouwelijkheid>;

/** A calendar day, `YYYY-MM-DD`. */
export const Dag = z.iso.date();
/** An instant, ISO 8601 with offset. */
export const Tijdstip = z.iso.datetime({ offset: true });
