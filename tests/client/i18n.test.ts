import { describe, expect, it } from 'vitest';
import { i18nProvider, nl } from '../../client/providers/i18n.ts';

/** Every key that react-admin itself names in its code, so that no English word or bare key ever shows. */
const bronnen = import.meta.glob<string>('/node_modules/{ra-core,ra-ui-materialui}/dist/**/*.js', {
  query: '?raw',
  import: 'default',
  eager: true,
  exhaustive: true,
});
const sleutels = (): string[] => [
  ...new Set(
    Object.values(bronnen).flatMap((tekst) =>
      [...tekst.matchAll(/['"](ra\.[a-z]+(?:\.[a-z_]+)+)['"]/g)].flatMap(([, sleutel]) => sleutel ?? []),
    ),
  ),
];

const zoek = (sleutel: string): unknown =>
  sleutel
    .split('.')
    .reduce<unknown>((diep, deel) => (diep as Record<string, unknown> | undefined)?.[deel], nl);

describe('de woorden van react-admin', () => {
  it('zijn er allemaal in het Nederlands', () => {
    const alle = sleutels();
    expect(alle.length).toBeGreaterThan(100);
    expect(alle.filter((sleutel) => zoek(sleutel) === undefined)).toEqual([]);
  });

  it('zeggen wat te doen als een bladzijde niet mag', () => {
    expect(i18nProvider.translate('ra.message.access_denied')).toBe(
      'U mag deze bladzijde niet zien. Vraag uw beheerder om toegang.',
    );
  });
});
