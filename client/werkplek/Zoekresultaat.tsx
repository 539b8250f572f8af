import { Button } from '@mui/material';
import { IconMapPin } from '@tabler/icons-react';
import type { ZoekVraag } from '../../shared/contracts/klant.ts';
import { isCode } from '../providers/fout.ts';
import { useZoeken, zoekstand } from '../providers/klanten.ts';
import { useOpslag } from '../providers/opslag.ts';
import { dagLang, meervoud } from '../ui/datum.ts';
import { Icoon } from '../ui/Icoon.tsx';
import { Melding } from '../ui/Melding.tsx';
import { Laadt, Leeg } from '../ui/Toestand.tsx';
import { Bronnen } from './Bronnen.tsx';
import { Dok } from './Dok.tsx';
import { useRijen } from './useRijen.ts';
import { Zoekuitleg } from './Zoekuitleg.tsx';
import { Klanttreffer, Zaaktreffer, ZonderNummer } from './Zoektreffers.tsx';
import './Bureau.css';

const BIJ_ADRES = 'melding bij een adres';
const BEDRIJF_TUSSEN_AANHALINGSTEKENS = 'Zoekt u een bedrijf? Zet de naam tussen aanhalingstekens.';
const tips: Readonly<Record<string, string>> = {
  'naam en geboortedatum': 'Klopt de datum? Zoek anders op postcode en huisnummer.',
  'naam en voornaam in onze gemeente': `Woont deze persoon in een andere gemeente? Zoek dan met de geboortedatum. ${BEDRIJF_TUSSEN_AANHALINGSTEKENS}`,
  'postcode en huisnummer': 'Klopt het huisnummer? Zoek anders op naam en geboortedatum.',
  'postcode, huisnummer en naam': 'Klopt de naam? Zoek anders zonder naam.',
  'straat en huisnummer': `Is de straat goed geschreven? ${BEDRIJF_TUSSEN_AANHALINGSTEKENS}`,
  BSN: 'Controleer het nummer met de klant, of zoek op naam en geboortedatum.',
  telefoonnummer: 'Dit nummer staat bij niemand. Zoek op naam en geboortedatum.',
  'e-mailadres': 'Dit adres staat bij niemand. Zoek op naam en geboortedatum.',
  zaaknummer: 'Controleer het nummer, of zoek op naam en geboortedatum.',
  'naam van een bedrijf':
    'Zoekt u een persoon? Zet de geboortedatum erbij, bijvoorbeeld: verhulst 12-3-1984. Een straat? Zet het huisnummer erbij.',
  [BIJ_ADRES]: 'Zoek ook alleen op de straat. Lang geleden gemeld? Zet erachter: sinds 1-1-2026.',
  'melding bij een plek': 'Lang geleden gemeld? Typ ervoor: melding, en erachter: sinds 1-1-2026.',
};

/** At a street and number live people, and there is a lamp post: the second is asked only on purpose. */
function OokMeldingen({ vraag }: { vraag: ZoekVraag }) {
  const zoeken = useZoeken();
  if (!('straat' in vraag) || vraag.straat.includes('*')) return null;
  const { straat, huisnummer } = vraag;
  return (
    <Button
      variant="outlined"
      size="small"
      className="ook"
      onClick={() =>
        zoeken.mutate({ vraag: { meldingAdres: { straat, huisnummer } }, gelezenAls: BIJ_ADRES })
      }
    >
      <Icoon van={IconMapPin} klein /> Meldingen bij dit adres
    </Button>
  );
}

function Hits() {
  const gezocht = useOpslag(zoekstand);
  useRijen();
  if (gezocht === null) {
    return (
      <>
        <Leeg kop="Nog niets gezocht">Typ boven in het scherm wie of wat u zoekt.</Leeg>
        <Zoekuitleg />
      </>
    );
  }
  if (gezocht.bezig) return <Laadt wat="Zoekresultaat" />;
  if (gezocht.fout !== null) {
    return (
      <Melding
        soort="fout"
        kop={isCode(gezocht.fout, 'te_veel_treffers') ? 'Te veel gevonden' : 'Zoeken is niet gelukt'}
      >
        {gezocht.fout.message}
      </Melding>
    );
  }
  const { data = [], zonderNummer = [], zaken = [], bronnen = [], vanaf } = gezocht.antwoord ?? {};
  const { gelezenAls } = gezocht;
  const melding = gelezenAls.startsWith('melding');
  const aantal = data.length + zonderNummer.length + zaken.length;
  const sinds = vanaf === undefined ? '' : ` Gemeld sinds ${dagLang(vanaf)}.`;
  const mist = bronnen.filter(({ status }) => status === 'fout' || status === 'verboden');
  const leeg = melding
    ? 'Geen melding gevonden'
    : gelezenAls === 'zaaknummer'
      ? 'Geen zaak gevonden'
      : 'Niemand gevonden';
  return (
    <>
      <Bronnen bronnen={bronnen} />
      {mist.map((bron) => (
        <Melding key={bron.bron} soort="weg" kop="Hier kan iets ontbreken">
          {bron.melding}
        </Melding>
      ))}
      {aantal === 0 ? (
        <Leeg kop={leeg}>
          Gelezen als: {gelezenAls}.{sinds} {tips[gelezenAls] ?? 'Probeer het op een andere manier.'}
        </Leeg>
      ) : (
        <p className="meta" role="status">
          {meervoud(aantal, 'treffer', 'treffers')}. Gelezen als: {gelezenAls}.{sinds}
        </p>
      )}
      <ul className="hits">
        {data.map((klant) => (
          <Klanttreffer key={klant.id} klant={klant} />
        ))}
        {zonderNummer.map((een, nummer) => (
          <ZonderNummer key={`${een.naam} ${String(nummer)}`} {...een} />
        ))}
        {zaken.map((zaak) => (
          <Zaaktreffer key={zaak.id} zaak={zaak} melding={melding} />
        ))}
      </ul>
      <OokMeldingen vraag={gezocht.vraag} />
      {aantal === 0 && <Zoekuitleg />}
    </>
  );
}

export default function Zoekresultaat() {
  return (
    <div className="werk">
      <title>Zoeken | Stand van Zaken</title>
      <main id="inhoud" className="bureau" tabIndex={-1}>
        <h1>Zoekresultaat</h1>
        <Hits />
      </main>
      <Dok />
    </div>
  );
}
