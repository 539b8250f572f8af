import type { Fout } from '../../shared/contracts/fout.ts';

/** What the server refused or could not do. `message` is its B1 `detail`: show it where the user is, never in a toast. */
export class ApiFout extends Error {
  readonly status: number;
  readonly code: string;
  readonly fouten: Fout['fouten'];

  constructor(fout: Pick<Fout, 'status' | 'code' | 'detail' | 'fouten'>) {
    super(fout.detail);
    this.name = 'ApiFout';
    this.status = fout.status;
    this.code = fout.code;
    this.fouten = fout.fouten;
  }
}

/** What went wrong at one field of the sent body, or null. */
export const veldfout = (fout: unknown, pad: string): string | null =>
  fout instanceof ApiFout ? (fout.fouten.find((regel) => regel.pad === pad)?.melding ?? null) : null;

export const isCode = (fout: unknown, code: string): boolean => fout instanceof ApiFout && fout.code === code;
/** Someone else changed the zaak meanwhile, and nothing was written. */
export const isIntussenGewijzigd = (fout: unknown): boolean =>
  fout instanceof ApiFout && fout.fouten.some(({ code }) => code === 'intussen_gewijzigd');
export const isVerbroken = (fout: unknown): boolean => isCode(fout, 'geen_verbinding');

/** Refused or gone: what was shown before may not be shown any longer. */
export const isDicht = (fout: unknown): boolean =>
  fout instanceof ApiFout && (fout.status === 403 || fout.status === 404);

const zelf = (status: number, code: string, detail: string): ApiFout =>
  new ApiFout({ status, code, detail, fouten: [] });

export const geenVerbinding = (): ApiFout =>
  zelf(0, 'geen_verbinding', 'Er is geen verbinding. Uw tekst blijft staan. Probeer het zo opnieuw.');
export const onleesbaar = (status: number): ApiFout =>
  zelf(
    status,
    'onleesbaar',
    'Het antwoord van de console is niet te lezen. Probeer het opnieuw of meld het.',
  );
