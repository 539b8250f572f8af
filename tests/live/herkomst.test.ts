import { describe, expect, it } from 'vitest';
import { isEigenHerkomst } from '../../server/live/herkomst.ts';

const vraag = (origin: string | undefined, host: string | undefined) => ({ headers: { origin, host } });

describe('zonder PUBLIC_URL', () => {
  it.each(['localhost:3000', '127.0.0.1:3000', '[::1]:3000'])('mag een pagina van %s zelf', (host) => {
    expect(isEigenHerkomst(vraag(`http://${host}`, host), undefined)).toBe(true);
  });

  it.each([
    ['een andere naam die naar 127.0.0.1 wijst', 'http://kwaad.example:3000', 'kwaad.example:3000'],
    ['een naam die op localhost lijkt', 'http://localhost.kwaad.example', 'localhost.kwaad.example'],
    ['een adres in het netwerk', 'http://10.0.0.5:3000', '10.0.0.5:3000'],
    ['een andere poort', 'http://localhost:8080', 'localhost:3000'],
    ['localhost voor een ander adres', 'http://localhost:3000', 'kwaad.example:3000'],
    ['geen herkomst', undefined, 'localhost:3000'],
    ['geen host', 'http://localhost:3000', undefined],
    ['een dichte herkomst', 'null', 'localhost:3000'],
  ])('mag niet: %s', (_wat, origin, host) => {
    expect(isEigenHerkomst(vraag(origin, host), undefined)).toBe(false);
  });
});

it('met PUBLIC_URL telt alleen dat adres, wat er ook in Host staat', () => {
  const publiek = 'https://console.example';
  expect(isEigenHerkomst(vraag(publiek, 'intern:3000'), publiek)).toBe(true);
  expect(isEigenHerkomst(vraag('http://localhost:3000', 'localhost:3000'), publiek)).toBe(false);
});
