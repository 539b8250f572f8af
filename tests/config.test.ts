import { describe, expect, it } from 'vitest';
import { vasteKlok } from '../server/clock.ts';
import { dayOf } from '../server/domain/dagen.ts';
import { leesConfig } from '../server/config.ts';

const LANG = 'x'.repeat(32);
const ECHT = {
  AUTH: 'oidc',
  OIDC_ISSUER: 'https://login.test',
  OIDC_CLIENT_ID: 'console',
  OIDC_CLIENT_SECRET: 'geheim',
  SESSION_SECRET: LANG,
  ENCRYPTION_KEY: Buffer.alloc(32).toString('base64'),
  PUBLIC_URL: 'https://console.test/pad',
  REGISTERS: './registers.json',
};

describe('zonder instellingen', () => {
  it('start de console in demo op de eigen machine', () => {
    expect(leesConfig({})).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      dataDir: './data',
      auth: { soort: 'demo' },
      databaseUrl: undefined,
      registers: undefined,
      sandbox: { port: 8010 },
    });
  });
  it('geldt een lege waarde als niet gezet', () => {
    expect(leesConfig({ PORT: '', DATABASE_URL: ' ' })).toMatchObject({ port: 3000, databaseUrl: undefined });
  });
});

describe('een verkeerde instelling', () => {
  it.each([
    [{ PORT: 'drie' }, /^PORT moet een getal zijn\.$/],
    [{ PORT: '70000' }, /^PORT mag ten hoogste 65535 zijn\.$/],
    [{ DATABASE_URL: 'mysql://x' }, /^DATABASE_URL moet een adres zijn dat begint met postgres:/],
    [{ AUTH: 'geen' }, /^AUTH moet demo, entra of oidc zijn\.$/],
    [{ SESSION_SECRET: 'kort' }, /^SESSION_SECRET moet ten minste 32 tekens/],
    [{ ...ECHT, OIDC_ISSUER: '' }, /^OIDC_ISSUER ontbreekt/],
    [{ ...ECHT, ENCRYPTION_KEY: '' }, /^ENCRYPTION_KEY ontbreekt/],
    [{ ...ECHT, PUBLIC_URL: '' }, /^PUBLIC_URL ontbreekt/],
    [{ ...ECHT, AUTH: 'entra' }, /^ENTRA_TENANT_ID ontbreekt/],
  ])('%o noemt haar in één regel', (env, melding) => {
    expect(() => leesConfig(env)).toThrow(melding);
  });
});

describe('demo en meegeleverde registers', () => {
  it.each([
    [{ NODE_ENV: 'production' }, /^NODE_ENV is production\. AUTH=demo mag daar niet/],
    [{ HOST: '0.0.0.0' }, /^HOST is 0\.0\.0\.0\. AUTH=demo mag alleen op 127\.0\.0\.1/],
    [{ ...ECHT, NODE_ENV: 'production', REGISTERS: '' }, /De meegeleverde registers/],
    [{ ...ECHT, HOST: '10.0.0.1', REGISTERS: '' }, /^HOST is 10\.0\.0\.1\. De meegeleverde registers/],
  ])('weigeren %o', (env, melding) => {
    expect(() => leesConfig(env)).toThrow(melding);
  });
  it('mogen op elke loopback; echt mag overal', () => {
    expect(leesConfig({ HOST: '::1' }).host).toBe('::1');
    expect(leesConfig({ ...ECHT, NODE_ENV: 'production', HOST: '0.0.0.0' })).toMatchObject({
      productie: true,
      publicUrl: 'https://console.test',
      auth: { soort: 'oidc', issuer: 'https://login.test' },
    });
  });
});

describe('de klok', () => {
  it('geeft de dag in Nederland, ook rond middernacht en in zomertijd', () => {
    expect(dayOf(new Date('2026-11-20T23:30:00Z'))).toBe('2026-11-21');
    expect(dayOf(new Date('2026-07-20T21:59:59Z'))).toBe('2026-07-20');
    expect(dayOf(new Date('2026-07-20T22:00:00Z'))).toBe('2026-07-21');
  });
  it('staat stil tot zij verzet wordt', () => {
    const klok = vasteKlok('2026-11-21T10:00:00Z');
    klok.verder(60_000);
    expect(klok.nu().toISOString()).toBe('2026-11-21T10:01:00.000Z');
    klok.zet('2026-12-31T23:30:00Z');
    expect(klok.vandaag()).toBe('2027-01-01');
  });
});
