import { Button, IconButton } from '@mui/material';
import { IconChevronRight, IconLink, IconPrinter } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { Link, useParams } from 'react-router';
import type { ZaakDetail } from '../../shared/contracts/zaak.ts';
import { useVolg } from '../providers/client.ts';
import { bekijk } from '../providers/concepten.ts';
import { isDicht } from '../providers/fout.ts';
import { useActiefGesprek, useWijzigGesprek } from '../providers/gesprekken.ts';
import { useMarkering, wisMarkering } from '../providers/markeringen.ts';
import { useZaak } from '../providers/zaken.ts';
import { dagKort, tijdUur } from '../ui/datum.ts';
import { Icoon } from '../ui/Icoon.tsx';
import { Ketenpartner } from '../ui/Ketenpartner.tsx';
import { Stem } from '../ui/Stem.tsx';
import { Termijn } from '../ui/Termijn.tsx';
import { useKopieer } from '../ui/useKopieer.ts';
import { useInBeeld, useNieuw } from '../ui/useNieuw.ts';
import { registersVan } from '../ui/voortgangTekst.ts';
import { Afdrukkop } from '../werkplek/Afdrukkop.tsx';
import { Bronnen } from '../werkplek/Bronnen.tsx';
import { Leesstand } from '../werkplek/Leesstand.tsx';
import { Dok } from '../werkplek/Dok.tsx';
import { useToets } from '../werkplek/toetsen.ts';
import { useSluitAan } from '../werkplek/useSluitAan.ts';
import { useStemToetsen } from '../werkplek/useRijen.ts';
import { Paneel } from './Paneel.tsx';
import { Betrokkenen, Contact, Documenten, Termijnblok, Uitkomst } from './Zijkolom.tsx';
import { AndereZaken, Gegevens } from './Gegevens.tsx';
import { Doorverbinden, Team } from './Team.tsx';
import { VoortgangBlok } from './VoortgangBlok.tsx';
import './Show.css';

/** The zaak that is looked at belongs to the gesprek with its klant. */
function useBekeken(zaak: ZaakDetail | undefined): void {
  const gesprek = useActiefGesprek();
  const { mutate } = useWijzigGesprek();
  const eigen = zaak?.klant != null && gesprek?.klant === zaak.klant.id ? gesprek : null;
  const id = eigen?.id;
  const al = zaak !== undefined && (eigen?.bekekenZaken.includes(zaak.id) ?? false);
  const lijst = eigen?.bekekenZaken;
  useEffect(() => {
    if (id === undefined || zaak === undefined) return;
    bekijk(id, { id: zaak.id, naam: zaak.zaaktype.omschrijving }, true);
    if (!al) mutate({ id, inhoud: { bekekenZaken: [...(lijst ?? []), zaak.id].slice(-20) } });
    // `lijst` only feeds the write; a change of it alone is our own answer.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [id, zaak?.id, al, mutate]);
}

function Kop({ zaak }: { zaak: ZaakDetail }) {
  const { gekopieerd, kopieer } = useKopieer();
  const titel = `${zaak.zaaknummer} ${zaak.zaaktype.omschrijving}`;
  const gewijzigdOp = useMarkering(zaak.id);
  const behandelaar = zaak.betrokkenen.find(({ rolGeneriek }) => rolGeneriek === 'behandelaar');
  useToets('.', () => kopieer(titel));
  const kern: (readonly [string, string])[] = [
    ['Zaaknummer', zaak.zaaknummer],
    ['Omschrijving', zaak.omschrijving === '' ? zaak.zaaktype.omschrijving : zaak.omschrijving],
    ['Datum aanvraag', dagKort(zaak.startdatum)],
    ['Verwachte einddatum', zaak.verwachteEinddatum === null ? 'onbekend' : dagKort(zaak.verwachteEinddatum)],
    [
      'Behandelaar',
      zaak.ketenpartner === null
        ? [behandelaar?.naam, zaak.afdeling].filter(Boolean).join(', ')
        : zaak.ketenpartner.naam,
    ],
    ...(zaak.ookIn.length === 0 ? [] : [['Register', registersVan(zaak)] as const]),
  ];
  return (
    <section className="zaakkop" aria-label="Kerngegevens">
      <nav className="kruimel" aria-label="Kruimelpad">
        {zaak.klant === null ? (
          <span>Zaak zonder klant</span>
        ) : (
          <Link to={`/klanten/${zaak.klant.id}`}>{zaak.klant.naam}</Link>
        )}
        <Icoon van={IconChevronRight} klein />
        {zaak.hoofdzaak === null ? (
          <span>Zaken</span>
        ) : (
          <span>
            deel van{' '}
            <Link to={`/zaken/${encodeURIComponent(zaak.hoofdzaak.id)}/show`}>
              {zaak.hoofdzaak.omschrijving}
            </Link>
          </span>
        )}
        <span className="rechts niet-afdrukken">
          <Button variant="text" size="small" onClick={() => kopieer(titel)}>
            <Icoon van={IconLink} klein /> {gekopieerd ? 'Gekopieerd' : 'Kopieer zaaknummer en titel'}{' '}
            <kbd>.</kbd>
          </Button>
          <IconButton aria-label="Print deze zaak" onClick={() => window.print()}>
            <Icoon van={IconPrinter} />
          </IconButton>
        </span>
      </nav>
      <div className="zaakkop-1">
        <h1>{zaak.zaaktype.omschrijving}</h1>
        <Termijn termijn={zaak.termijn} einddatum={zaak.einddatum} />
        <span role="status">
          {gewijzigdOp !== undefined && (
            <span className="merkje nieuw">Zojuist gewijzigd, {tijdUur(gewijzigdOp)}</span>
          )}
        </span>
      </div>
      <dl className="kern">
        {kern.map(([naam, waarde]) => (
          <div key={naam} className={naam === 'Omschrijving' ? 'lang' : ''}>
            <dt>{naam}</dt>
            <dd>{waarde}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Zaak({ zaak, opnieuw }: { zaak: ZaakDetail; opnieuw: () => void }) {
  const gewijzigdOp = useMarkering(zaak.id);
  const tussen = zaak.voortgang.stappen.flatMap((stap) => stap.substatussen.map((een) => een.id));
  const { nieuw, gezien } = useNieuw([...(zaak.antwoord?.zinnen.nl ?? []), ...tussen], zaak.id);
  const doel = useInBeeld(gewijzigdOp !== undefined || nieuw.size > 0, () => {
    wisMarkering(zaak.id);
    gezien();
  });
  return (
    <>
      <Kop zaak={zaak} />
      <div className="zaak-bronnen">
        <Bronnen bronnen={zaak.bronnen} opnieuw={opnieuw} />
      </div>
      <div className="zaakvlak" ref={doel as never} data-zaak={zaak.id}>
        <div className="kolom">
          <Ketenpartner partner={zaak.ketenpartner} />
          {zaak.antwoord !== null && (
            <Stem
              antwoord={zaak.antwoord}
              nieuw={nieuw}
              voor
              {...(gewijzigdOp !== undefined && nieuw.size > 0 ? { aangepast: tijdUur(gewijzigdOp) } : {})}
            />
          )}
          <VoortgangBlok zaak={zaak} nieuw={nieuw} />
        </div>
        <div className="kolom">
          <Termijnblok zaak={zaak} />
          <Uitkomst zaak={zaak} />
          <Team team={zaak.team} />
          <Documenten zaak={zaak} />
          <Gegevens zaak={zaak} />
          <AndereZaken zaak={zaak} />
          <Betrokkenen zaak={zaak} />
          <Contact zaak={zaak} />
        </div>
      </div>
    </>
  );
}

export default function Show() {
  const id = useParams()['id'] ?? '';
  const { data, error, refetch } = useZaak(id);
  // A refusal takes away what was shown; a failure leaves it, and says so.
  const zaak = isDicht(error) ? undefined : data;
  const [zet, toonZet] = useState(false);
  useVolg(`zaak:${id}`);
  useBekeken(zaak);
  useSluitAan(zaak?.klant?.id, zaak?.id === id, `/zaken/${encodeURIComponent(id)}/show`);
  useStemToetsen();
  const opnieuw = () => void refetch();
  const magZetten = zaak?.magDoen.some((daad) => daad === 'substatus' || daad === 'status') ?? false;
  const titel = zaak === undefined ? 'Zaak' : `${zaak.zaaktype.omschrijving}, ${zaak.zaaknummer}`;
  return (
    <div className={`werk${zet ? ' lijst' : ''}`}>
      <title>{`${titel} | Stand van Zaken`}</title>
      <main id="inhoud" tabIndex={-1}>
        <Afdrukkop />
        <Leesstand
          titel="Zaak"
          deze="Deze zaak"
          id={id}
          error={error}
          gelezen={zaak !== undefined}
          opnieuw={opnieuw}
        />
        {zaak !== undefined && <Zaak key={zaak.id} zaak={zaak} opnieuw={opnieuw} />}
      </main>
      {zet && zaak !== undefined ? (
        <Paneel zaak={zaak.id} sluit={() => toonZet(false)} />
      ) : (
        <Dok
          klant={zaak?.klant ?? null}
          extra={
            <>
              <Doorverbinden team={zaak?.team ?? null} />
              {magZetten && (
                <section className="dok-begin">
                  <Button onClick={() => toonZet(true)}>Zet status of substatus</Button>
                </section>
              )}
            </>
          }
        />
      )}
    </div>
  );
}
