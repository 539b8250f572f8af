import { Button, IconButton } from '@mui/material';
import { IconEyeOff, IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import type { Klant } from '../../shared/contracts/klant.ts';
import { dagLang } from '../ui/datum.ts';
import { Icoon } from '../ui/Icoon.tsx';
import { telefoonTekst, wensTekst } from '../ui/schrijfwijze.ts';

function feiten(klant: Klant): (readonly [string, string, boolean])[] {
  const geboren = klant.geboortedatumTekst ?? (klant.geboortedatum && dagLang(klant.geboortedatum));
  const jaren = klant.leeftijd === undefined || klant.overleden ? '' : ` (${String(klant.leeftijd)} jaar)`;
  const nummer = klant.soort === 'persoon' ? 'BSN' : 'KVK-nummer';
  const alle: (readonly [string, string | undefined, boolean])[] = [
    ['Geboren', geboren === undefined ? undefined : `${geboren}${jaren}`, true],
    ['Adres', klant.adresAfgeschermd ? 'Afgeschermd in het Handelsregister' : klant.adres, true],
    [nummer, klant.nummerEinde === undefined ? undefined : `•••••${klant.nummerEinde}`, true],
    ['RSIN', klant.rsin, true],
    ['Telefoon', klant.telefoon && telefoonTekst(klant.telefoon), true],
    ['E-mail', klant.email, true],
    ['Voorkeur', wensTekst(klant.voorkeur, klant.voorkeurstaal), false],
  ];
  return alle.flatMap(([naam, waarde, prive]) =>
    waarde === undefined || waarde === '' ? [] : [[naam, waarde, prive] as const],
  );
}

/** Who it is. At the balie the private facts are covered until touched: the inwoner, and who stands behind, look on. */
export function Klantkop({ klant }: { klant: Klant }) {
  const [open, zetOpen] = useState(false);
  return (
    <>
      <div className="klantkop-1">
        <h1>{klant.naam}</h1>
        {klant.soort === 'bedrijf' && <span className="merkje">Bedrijf</span>}
        <span className="rechts niet-afdrukken">
          <IconButton aria-label="Print dit klantbeeld" onClick={() => window.print()}>
            <Icoon van={IconPrinter} />
          </IconButton>
        </span>
      </div>
      <dl className={`feiten${open ? ' open' : ''}`}>
        {feiten(klant).map(([naam, waarde, prive]) => (
          <div key={naam} className={prive ? `prive${naam === 'BSN' ? ' nummer' : ''}` : ''}>
            <dt>{naam}</dt>
            <dd>{waarde}</dd>
          </div>
        ))}
        {!open && (
          <div className="bedekt niet-afdrukken">
            <dt className="uit-zicht">Privé</dt>
            <dd>
              <Button onClick={() => zetOpen(true)}>
                <Icoon van={IconEyeOff} klein /> Adres, geboortedatum en nummers: tik om te tonen
              </Button>
            </dd>
          </div>
        )}
        {klant.vestigingen?.map((vestiging) => (
          <div key={vestiging.vestigingsnummer}>
            <dt>Vestiging {vestiging.vestigingsnummer}</dt>
            <dd>{[vestiging.naam, vestiging.adres].filter(Boolean).join(', ')}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
