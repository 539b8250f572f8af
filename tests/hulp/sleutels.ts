import { randomBytes } from 'node:crypto';
import { maakSleutels, type Sleutels } from '../../server/store/sleutels.ts';

export const nieuweSleutel = (): string => randomBytes(32).toString('base64');

/** Keys for one test file. */
export const testSleutels = (): Sleutels => maakSleutels(nieuweSleutel());
