import { Button, Collapse, IconButton } from '@mui/material';
import { IconArrowRight, IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { Link } from 'react-router';
import type { ZaakKort } from '../../shared/contracts/zaak.ts';
import { useMarkering, wisMarkering } from '../providers/markeringen.ts';
import { dagKort, dagLang, meervoud, tijdUur } from '../ui/datum.ts';
import { Icoon } from '../ui/Icoon.tsx';
import { Ketenpartner } from '../ui/Ketenpartner.tsx';
import { Stem } from '../ui/Stem.tsx';
import { Termijn } from '../ui/Termijn.tsx';
import { useInBeeld, useNieuw } from '../ui/useNieuw.ts';
import { Lijn, Streep } from '../ui/Voortgang.tsx';
import { registersVan, stand } from '../ui/voortgangTekst.ts';
import './ZaakKaart.css';

const naarZaak = (id: string): string => `/zaken/${encodeURIComponent(id)}/show`;

function Stand({ zaak, deelzaken }: { zaak: ZaakKort; deelzaken: number }) {
  const { nummer, naam, sinds } = stand(zaak);
  return (
    <p className="stand">
      <Streep voortgang={zaak.voortgang} />
      <span>
        {nummer}
        <b>{naam}</b>
        {sinds}
      </span>
      {zaak.einddatum === null && zaak.verwachteEinddatum !== null && (
        <span>uiterlijk {dagKort(zaak.verwachteEinddatum)}</span>
      )}
      {zaak.resultaat !== null && <span>resultaat: {zaak.resultaat}</span>}
      {zaak.ketenpartner !== null && <span>bij {zaak.ketenpartner.naam}</span>}
      {deelzaken > 0 && <span>{meervoud(deelzaken, 'deelzaak', 'deelzaken')}</span>}
    </p>
  );
}

function Voet({ zaak }: { zaak: ZaakKort }) {
  const { norm, wettelijk, berekend } = zaak.termijn;
  return (
    <div className="zaak-voet">
      {norm !== null && (
        <span>
          Streefdatum: <b>{dagKort(norm)}</b>
        </span>
      )}
      {wettelijk !== null && (
        <span>
          Uiterlijk: <b>{dagKort(wettelijk)}</b>
          {berekend && ' (berekend)'}
        </span>
      )}
      {zaak.antwoord?.actie.moet != null && (
        <span>
          Klant moet: <b>{zaak.antwoord.actie.moet}</b>
          {zaak.antwoord.actie.voor !== null && ` vóór ${dagKort(zaak.antwoord.actie.voor)}`}
        </span>
      )}
      <Button variant="text" size="small" className="rechts" component={Link} to={naarZaak(zaak.id)}>
        Hele zaak <Icoon van={IconArrowRight} klein />
      </Button>
    </div>
  );
}

/** A zaak on the klantbeeld: two lines, or open with the answer and the line. Opening one closes nothing. */
export function ZaakKaart(props: {
  zaak: ZaakKort;
  deelzaken: readonly ZaakKort[];
  open: boolean;
  voor: boolean;
  metRegister: boolean;
  wissel: () => void;
}) {
  const { zaak, deelzaken, open, voor, metRegister, wissel } = props;
  const gewijzigdOp = useMarkering(zaak.id);
  const zinnen = zaak.antwoord?.zinnen.nl ?? [];
  const tussen = zaak.voortgang.stappen.flatMap((stap) => stap.substatussen.map((een) => een.id));
  const { nieuw, gezien } = useNieuw([...zinnen, ...tussen], zaak.id);
  const doel = useInBeeld(gewijzigdOp !== undefined || nieuw.size > 0, () => {
    wisMarkering(zaak.id);
    gezien();
  });
  const naam = zaak.zaaktype.omschrijving;
  const kop = `zaak-${zaak.id}`;
  return (
    <article
      ref={doel}
      className={`blad zaak ${open ? 'open' : 'dicht'}${gewijzigdOp === undefined ? '' : ' gewijzigd'}`}
      aria-labelledby={kop}
      data-zaak={zaak.id}
    >
      <div className="zaak-kop">
        <div>
          <h3 id={kop}>
            <Link to={naarZaak(zaak.id)}>{naam}</Link>
            <span role="status">
              {gewijzigdOp !== undefined && (
                <span className="merkje nieuw">Zojuist gewijzigd, {tijdUur(gewijzigdOp)}</span>
              )}
            </span>
          </h3>
          {open && (
            <p className="meta">
              {zaak.zaaknummer} · {zaak.afdeling} · {zaak.isKlacht ? 'ontvangen' : 'aangevraagd'}{' '}
              {dagLang(zaak.startdatum)}
              {zaak.omschrijving !== '' && zaak.omschrijving !== naam && ` · ${zaak.omschrijving}`}
              {metRegister && ` · ${registersVan(zaak)}`}
            </p>
          )}
        </div>
        <Termijn termijn={zaak.termijn} einddatum={zaak.einddatum} />
        <IconButton
          data-rij
          aria-expanded={open}
          aria-label={`${naam} ${open ? 'inklappen' : 'uitklappen'}`}
          onClick={wissel}
        >
          <Icoon van={open ? IconChevronUp : IconChevronDown} />
        </IconButton>
      </div>
      {!open && <Stand zaak={zaak} deelzaken={deelzaken.length} />}
      <Collapse in={open} timeout={240} unmountOnExit>
        <Ketenpartner partner={zaak.ketenpartner} />
        {zaak.antwoord !== null && (
          <Stem
            antwoord={zaak.antwoord}
            nieuw={nieuw}
            voor={voor}
            {...(gewijzigdOp !== undefined && nieuw.size > 0 ? { aangepast: tijdUur(gewijzigdOp) } : {})}
          />
        )}
        <div className="zaak-lijn">
          <Lijn voortgang={zaak.voortgang} gestopt={zaak.termijn.toestand === 'opgeschort'} nieuw={nieuw} />
          {deelzaken.length > 0 && (
            <ul className="deelzaken" aria-label="Deelzaken">
              {deelzaken.map((deel) => (
                <li key={deel.id}>
                  <Link to={naarZaak(deel.id)}>{deel.zaaktype.omschrijving}</Link>
                  <Streep voortgang={deel.voortgang} />
                  <span className="meta">
                    {deel.afdeling}, {stand(deel).naam}
                  </span>
                  <Termijn termijn={deel.termijn} einddatum={deel.einddatum} inLijst />
                </li>
              ))}
            </ul>
          )}
        </div>
        <Voet zaak={zaak} />
      </Collapse>
    </article>
  );
}
