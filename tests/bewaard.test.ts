import { describe, expect, it } from 'vitest';
import { kortBewaard } from '../server/bewaard.ts';

describe('kort bewaard', () => {
  it('leest een keer voor wie tegelijk vragen, en opnieuw na vergeten', async () => {
    let gelezen = 0;
    const lees = kortBewaard(() => Promise.resolve(++gelezen), 60_000);
    expect(await Promise.all([lees(), lees(), lees()])).toEqual([1, 1, 1]);
    lees.vergeet();
    expect(await lees()).toBe(2);
  });

  it('bewaart geen mislukking', async () => {
    let poging = 0;
    const lees = kortBewaard(
      () => (++poging === 1 ? Promise.reject(new Error('weg')) : Promise.resolve(poging)),
      60_000,
    );
    await expect(lees()).rejects.toThrow('weg');
    expect(await lees()).toBe(2);
  });

  it('leest opnieuw wat te oud is', async () => {
    let gelezen = 0;
    const lees = kortBewaard(() => Promise.resolve(++gelezen), 0);
    expect([await lees(), await lees()]).toEqual([1, 2]);
  });
});
