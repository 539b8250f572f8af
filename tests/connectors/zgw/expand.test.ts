import { describe, expect, it } from 'vitest';
import { BronFout } from '../../../server/connectors/ports.ts';
import { maakExpand } from '../../../server/connectors/zgw/expand.ts';

const UUR = 60 * 60_000;
const zaken = (aantal: number) => Array.from({ length: aantal }, (_, i) => i);
const weigering = (status: number) => new BronFout('r', 'geweigerd', { status });

/** A register that takes so long (ms of a clock of our own) with and without expand. */
function opzet(kan: 'auto' | 'detail' | boolean, kost: { met: number; los: number }, aantal = 20) {
  let nu = 0;
  const gevraagd: boolean[] = [];
  let fout: ((met: boolean) => Error | null) | null = null;
  const expand = maakExpand(kan, () => nu);
  const lees = (met: boolean): Promise<number[]> => {
    gevraagd.push(met);
    nu += met ? kost.met : kost.los;
    const mis = fout?.(met) ?? null;
    return mis === null ? Promise.resolve(zaken(aantal)) : Promise.reject(mis);
  };
  return {
    gevraagd,
    meet: () => expand.meet(lees, (rijen) => rijen.length),
    lijst: () => expand.lijst(lees),
    detail: () => expand.detail(lees),
    verder: (ms: number) => {
      nu += ms;
    },
    stoor: (hoe: typeof fout) => {
      fout = hoe;
    },
    /** What was asked since the last time. */
    sinds: () => gevraagd.splice(0),
  };
}

describe('expand: auto', () => {
  it('meet een bladzijde op beide manieren, een keer per dag', async () => {
    const proef = opzet('auto', { met: 50, los: 200 });
    expect(await proef.meet()).toHaveLength(20);
    expect(proef.sinds()).toEqual([true, false]);
    await proef.meet();
    await proef.lijst();
    expect(proef.sinds()).toEqual([true, true]);
    proef.verder(24 * UUR);
    await proef.meet();
    expect(proef.sinds()).toEqual([true, false]);
  });

  it('leest voortaan los waar dat duidelijk sneller is, behalve één zaak', async () => {
    const proef = opzet('auto', { met: 1000, los: 200 });
    await proef.meet();
    proef.sinds();
    await proef.lijst();
    await proef.meet();
    await proef.detail();
    expect(proef.sinds()).toEqual([false, false, true]);
    proef.verder(24 * UUR);
    await proef.lijst();
    expect(proef.sinds()).toEqual([true]);
  });

  it.each([
    ['even snel is', { met: 200, los: 200 }, 20],
    ['een fractie sneller is: dat weegt niet op tegen de vele aanroepen', { met: 200, los: 170 }, 20],
    ['sneller is op een bladzijde die te kort is om iets te zeggen', { met: 900, los: 1 }, 9],
  ])('blijft uitvouwen waar los %s', async (_naam, kost, aantal) => {
    const proef = opzet('auto', kost, aantal);
    await proef.meet();
    proef.sinds();
    await proef.lijst();
    expect(proef.sinds()).toEqual([true]);
  });

  it.each([400, 403])('leest los na een %i, en meet dan niet', async (status) => {
    const proef = opzet('auto', { met: 1, los: 1 });
    proef.stoor((met) => (met ? weigering(status) : null));
    await proef.meet();
    expect(proef.sinds()).toEqual([true, false]);
    await proef.meet();
    await proef.lijst();
    // A list that may not is not yet a zaak that may not.
    await proef.detail();
    expect(proef.sinds()).toEqual([false, false, true, false]);
    proef.verder(UUR);
    await proef.lijst();
    expect(proef.sinds()).toEqual([true, false]);
  });

  it('houdt de bladzijde als alleen de meting mislukt, en meet de volgende keer', async () => {
    const proef = opzet('auto', { met: 1, los: 1 });
    proef.stoor((met) => (met ? null : new BronFout('r', 'te_traag')));
    expect(await proef.meet()).toHaveLength(20);
    proef.stoor(null);
    proef.sinds();
    await proef.meet();
    expect(proef.sinds()).toEqual([true, false]);
  });

  it('geeft een storing door zonder iets te onthouden', async () => {
    const proef = opzet('auto', { met: 1, los: 1 });
    proef.stoor(() => new BronFout('r', 'onbereikbaar', { status: 503 }));
    await expect(proef.meet()).rejects.toMatchObject({ soort: 'onbereikbaar' });
    expect(proef.sinds()).toEqual([true]);
  });
});

describe('expand anders', () => {
  it.each([
    [true, [true, true, true]],
    [false, [false, false, false]],
    ['detail', [false, false, true]],
  ] as const)('%s: doet wat er staat en meet niets', async (kan, verwacht) => {
    const proef = opzet(kan, { met: 900, los: 1 });
    await proef.meet();
    await proef.lijst();
    await proef.detail();
    expect(proef.sinds()).toEqual(verwacht);
  });

  it('true: een weigering is een fout, geen reden om los te lezen', async () => {
    const proef = opzet(true, { met: 1, los: 1 });
    proef.stoor(() => weigering(400));
    await expect(proef.lijst()).rejects.toMatchObject({ status: 400 });
    expect(proef.sinds()).toEqual([true]);
  });
});
