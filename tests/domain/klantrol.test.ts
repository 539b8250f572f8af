import { describe, expect, it } from 'vitest';
import type { Rol } from '../../server/connectors/ports.ts';
import { rolVanKlant, staatInKlantbeeld, type Klantsleutel } from '../../server/domain/klantrol.ts';
import { bouwRol } from './bouw.ts';

const ik = { bsn: '999993653' };
const mijn = (anders: Partial<Rol> = {}) => bouwRol({ identificatie: ik, ...anders });
const buur = bouwRol({ identificatie: { bsn: '999990019' } });
const bedrijf: Klantsleutel = {
  kvkNummer: '90000001',
  rsin: '999990020',
  vestigingsnummers: ['000000000011', '000000000012'],
};

describe('de rol van de klant in een zaak', () => {
  it.each([
    ['aanvrager', [mijn()], 'initiator', true],
    ['mede-aanvrager', [buur, mijn({ omschrijvingGeneriek: 'mede_initiator' })], 'mede_initiator', true],
    [
      'machtiginggever',
      [buur, mijn({ omschrijvingGeneriek: 'belanghebbende', machtiging: 'machtiginggever' })],
      'machtiginggever',
      true,
    ],
    [
      'alleen belanghebbende',
      [buur, mijn({ omschrijvingGeneriek: 'belanghebbende' })],
      'belanghebbende',
      false,
    ],
    [
      'belanghebbende en aanvrager',
      [mijn({ omschrijvingGeneriek: 'belanghebbende' }), mijn()],
      'initiator',
      true,
    ],
    ['iemand anders vroeg het aan', [buur], null, false],
    ['niemand', [], null, false],
    ['een rol zonder nummer', [bouwRol()], null, false],
  ] as const)('%s', (_naam, rollen, rol, eigen) => {
    expect(rolVanKlant(rollen, ik)).toBe(rol);
    expect(staatInKlantbeeld(rollen, ik)).toBe(eigen);
  });

  it.each([
    ['KVK-nummer', { kvkNummer: '90000001' }, true],
    ['RSIN', { rsin: '999990020' }, true],
    ['KVK-nummer op de plek van het RSIN', { rsin: '90000001' }, true],
    ['een vestiging', { vestigingsNummer: '000000000012' }, true],
    ['een andere vestiging', { vestigingsNummer: '000000000099' }, false],
    ['een BSN met dezelfde cijfers als het RSIN', { bsn: '999990020' }, false],
  ])('herkent een bedrijf aan %s', (_naam, identificatie, verwacht) => {
    const rol = bouwRol({ soort: 'niet_natuurlijk_persoon', identificatie });
    expect(staatInKlantbeeld([rol], bedrijf)).toBe(verwacht);
  });

  it('vindt niets bij een bedrijf zonder nummers', () => {
    const rol = bouwRol({ soort: 'vestiging', identificatie: {} });
    expect(rolVanKlant([rol], { kvkNummer: null, rsin: null, vestigingsnummers: [] })).toBeNull();
  });

  it('houdt een RSIN met de cijfers van een BSN niet voor die persoon', () => {
    expect(rolVanKlant([bouwRol({ identificatie: { rsin: ik.bsn } })], ik)).toBeNull();
  });
});
