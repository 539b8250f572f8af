import { IconBuilding, IconFileText, IconShieldLock, IconUser } from '@tabler/icons-react';
import { Link } from 'react-router';
import { isCode } from '../providers/fout.ts';
import { zoekstand } from '../providers/klanten.ts';
import { useOpslag } from '../providers/opslag.ts';
import { dagLang, meervoud } from '../ui/datum.ts';
import { Icoon } from '../ui/Icoon.tsx';
import { Melding } from '../ui/Melding.tsx';
import { Termijn } from '../ui/Termijn.tsx';
import { Laadt, Leeg } from '../ui/Toestand.tsx';
import { stand } from '../ui/voortgangTekst.ts';
import { Bronnen } from './Bronnen.tsx';
import { Dok } from './Dok.tsx';
import { useRijen } from './useRijen.ts';
import './Bureau.css';

const tips: Readonly<Record<string, string>> = {
  'naam en geboortedatum': 'Klopt de datum? Zoek anders op postcode en huisnummer.',
  'postcode en huisnummer': 'Klopt het huisnummer? Zoek anders op naam en geboortedatum.',
  BSN: 'Controleer het nummer met de klant, of zoek op naam en geboortedatum.',
  zaaknummer: 'Controleer het nummer, of zoek op naam en geboortedatum.',
  'naam van een bedrijf':
    'Zoekt u een persoon? Zet de geboortedatum erbij, bijvoorbeeld: verhulst 12-3-1984.',
};

function Hits() {
  const gezocht = useOpslag(zoekstand);
  useRijen();
  if (gezocht === null)
    return <Leeg kop="Nog niets gezocht">Typ boven in het scherm wie of wat u zoekt.</Leeg>;
  if (gezocht.bezig) return <Laadt wat="Zoekresultaat" />;
  if (gezocht.fout !== null) {
    return (
      <Melding
        soort="fout"
        kop={isCode(gezocht.fout, 'te_veel_treffers') ? 'Te veel mensen gevonden' : 'Zoeken is niet gelukt'}
      >
        {gezocht.fout.message}
      </Melding>
    );
  }
  const { data = [], zaken = [], bronnen = [] } = gezocht.antwoord ?? {};
  return (
    <>
      <Bronnen bronnen={bronnen} />
      {data.length + zaken.length === 0 ? (
        <Leeg kop={gezocht.gelezenAls === 'zaaknummer' ? 'Geen zaak gevonden' : 'Niemand gevonden'}>
          Gelezen als: {gezocht.gelezenAls}. {tips[gezocht.gelezenAls] ?? 'Probeer het op een andere manier.'}
        </Leeg>
      ) : (
        <p className="meta" role="status">
          {meervoud(data.length + zaken.length, 'treffer', 'treffers')}. Gelezen als: {gezocht.gelezenAls}.
        </p>
      )}
      <ul className="hits">
        {data.map((klant) => (
          <li key={klant.id} className="blad">
            <Link to={`/klanten/${klant.id}`} data-rij>
              <Icoon van={klant.soort === 'persoon' ? IconUser : IconBuilding} />
              <span>
                <b>{klant.naam}</b>
                <small>
                  {[
                    klant.geboortedatumTekst ?? (klant.geboortedatum && dagLang(klant.geboortedatum)),
                    klant.adres,
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </small>
              </span>
              {klant.geheimhouding && (
                <span className="merkje">
                  <Icoon van={IconShieldLock} klein /> Geheimhouding
                </span>
              )}
            </Link>
          </li>
        ))}
        {zaken.map((zaak) => (
          <li key={zaak.id} className="blad">
            <Link to={`/zaken/${encodeURIComponent(zaak.id)}/show`} data-rij>
              <Icoon van={IconFileText} />
              <span>
                <b>{zaak.zaaktype.omschrijving}</b>
                <small>
                  {zaak.zaaknummer} · {zaak.afdeling} · {stand(zaak).naam}
                </small>
              </span>
              <Termijn termijn={zaak.termijn} einddatum={zaak.einddatum} />
            </Link>
          </li>
        ))}
      </ul>
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
