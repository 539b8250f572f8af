import { Button } from '@mui/material';
import { IconChevronDown, IconChevronRight, IconLock } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useParams } from 'react-router';
import type { Klantbeeld as Beeld } from '../../shared/contracts/klantbeeld.ts';
import type { ZaakKort } from '../../shared/contracts/zaak.ts';
import { useVolg } from '../providers/client.ts';
import { bekijk } from '../providers/concepten.ts';
import { isDicht } from '../providers/fout.ts';
import { useActiefGesprek, useWijzigGesprek } from '../providers/gesprekken.ts';
import { useKlantbeeld } from '../providers/klanten.ts';
import { maakOpslag, useOpslag } from '../providers/opslag.ts';
import { dagKort, meervoud } from '../ui/datum.ts';
import { Icoon } from '../ui/Icoon.tsx';
import { NieuweRegels } from '../ui/NieuweRegels.tsx';
import { metHoofdletter } from '../ui/schrijfwijze.ts';
import { Leeg } from '../ui/Toestand.tsx';
import { useVasteVolgorde } from '../ui/useVasteVolgorde.ts';
import { Afdrukkop } from './Afdrukkop.tsx';
import { Bronnen, isCompleet, Missend } from './Bronnen.tsx';
import { Leesstand } from './Leesstand.tsx';
import { Dok } from './Dok.tsx';
import { Klantkop } from './Klantkop.tsx';
import { Letop } from './Letop.tsx';
import { TijdlijnPaneel } from './TijdlijnPaneel.tsx';
import { useSluitAan } from './useSluitAan.ts';
import { useRijen, useStemToetsen } from './useRijen.ts';
import { ZaakKaart } from './ZaakKaart.tsx';
import './Klantbeeld.css';

/** Which cards are open, per klant: they stay so while one is in another gesprek. */
const kaarten = maakOpslag<Readonly<Record<string, Readonly<Record<string, boolean>>>>>({});
/** One object, so that an effect on it does not run at every render. */
const NIETS_GEOPEND: Readonly<Record<string, boolean>> = {};

function ZakenLijst({ beeld, klant, opnieuw }: { beeld: Beeld; klant: string; opnieuw: () => void }) {
  const geopend = useOpslag(kaarten)[klant] ?? NIETS_GEOPEND;
  const [toonDicht, zetDicht] = useState(false);
  const gesprek = useActiefGesprek();
  const wijzig = useWijzigGesprek();
  const bij = new Map(beeld.zaken.map((zaak) => [zaak.id, zaak]));
  const hoofd = beeld.zaken.filter((zaak) => zaak.hoofdzaak === null || !bij.has(zaak.hoofdzaak));
  const lopend = useVasteVolgorde(
    hoofd.filter((zaak) => zaak.einddatum === null),
    klant,
  );
  const klaar = hoofd.filter((zaak) => zaak.einddatum !== null);
  const eerste = lopend.rijen[0];
  const isOpen = (zaak: ZaakKort): boolean => geopend[zaak.id] ?? zaak.id === eerste?.id;
  const eigen = gesprek?.klant === klant ? gesprek : null;
  const eigenId = eigen?.id;

  useEffect(() => {
    if (eigenId !== undefined && eerste !== undefined) {
      bekijk(eigenId, { id: eerste.id, naam: eerste.zaaktype.omschrijving }, false);
      // What was opened before the gesprek began is what it is about.
      for (const zaak of beeld.zaken) {
        if (geopend[zaak.id] === true)
          bekijk(eigenId, { id: zaak.id, naam: zaak.zaaktype.omschrijving }, true);
      }
    }
  }, [eigenId, eerste, beeld.zaken, geopend]);

  const compleet = isCompleet(beeld.bronnen, 'zaken');
  const meerRegisters = beeld.bronnen.filter(({ soort }) => soort === 'zaken').length > 1;
  const wissel = (zaak: ZaakKort) => {
    const open = !isOpen(zaak);
    kaarten.zet((oud) => ({ ...oud, [klant]: { ...oud[klant], [zaak.id]: open } }));
    if (!open || eigen === null) return;
    bekijk(eigen.id, { id: zaak.id, naam: zaak.zaaktype.omschrijving }, true);
    if (!eigen.bekekenZaken.includes(zaak.id)) {
      wijzig.mutate({ id: eigen.id, inhoud: { bekekenZaken: [...eigen.bekekenZaken, zaak.id].slice(-20) } });
    }
  };
  const kaart = (zaak: ZaakKort) => (
    <ZaakKaart
      key={zaak.id}
      zaak={zaak}
      deelzaken={zaak.deelzaken.flatMap((id) => bij.get(id) ?? [])}
      open={isOpen(zaak)}
      voor={zaak.id === eerste?.id}
      metRegister={meerRegisters}
      wissel={() => wissel(zaak)}
    />
  );
  return (
    <section className="zakenlijst" aria-label="Zaken">
      <div className="kopje">
        <h2>Zaken</h2>
        <span className="meta">
          {lopend.rijen.length} lopend, {klaar.length} afgerond{!compleet && ', niet compleet'}
        </span>
      </div>
      <div className="lijst">
        <NieuweRegels aantal={lopend.wacht.length} wat={['nieuwe zaak', 'nieuwe zaken']} toon={lopend.toon} />
        {lopend.rijen.map(kaart)}
        {beeld.besloten.map((zaak) => (
          <article className="besloten" key={`${zaak.groep} ${zaak.afdeling}`}>
            <div>
              <h3>{metHoofdletter(zaak.groep)}</h3>
              <p>
                Er loopt een zaak bij {zaak.afdeling}. U mag de stand niet zien. {zaak.bereikbaar}
              </p>
            </div>
            <Icoon van={IconLock} />
          </article>
        ))}
        {compleet && hoofd.length + beeld.besloten.length === 0 && (
          <Leeg kop="Geen zaken">Deze klant heeft geen zaak die u mag zien.</Leeg>
        )}
        <Missend bronnen={beeld.bronnen} soorten={['zaken', 'besluiten', 'taken']} opnieuw={opnieuw} />
        {beeld.onleesbaar
          .filter(({ soort }) => soort === 'zaken')
          .map(({ bron, aantal }) => (
            <p className="meta" key={bron}>
              {meervoud(aantal, 'zaak kan', 'zaken kunnen')} niet worden getoond ({bron}).
            </p>
          ))}
        {klaar.length > 0 && (
          <Button className="meer" aria-expanded={toonDicht} onClick={() => zetDicht(!toonDicht)}>
            <Icoon van={toonDicht ? IconChevronDown : IconChevronRight} /> Afgerond ({klaar.length})
            <span className="meta">
              laatste: {klaar[0]?.zaaktype.omschrijving.toLowerCase()},{' '}
              {dagKort(klaar[0]?.einddatum ?? klaar[0]?.startdatum ?? '')}
            </span>
          </Button>
        )}
        {toonDicht && klaar.map(kaart)}
      </div>
    </section>
  );
}

export default function Klantbeeld() {
  const id = useParams()['id'] ?? '';
  const { data, error, refetch, isFetching } = useKlantbeeld(id);
  // A refusal takes away what was shown; a failure leaves it, and says so.
  const beeld = isDicht(error) ? undefined : data;
  const [toont, zetToont] = useState<'zaken' | 'tijdlijn'>('zaken');
  useVolg(`klant:${id}`);
  useSluitAan(id, beeld !== undefined && beeld.klant.id === id, `/klanten/${id}`);
  useRijen();
  useStemToetsen();
  const opnieuw = () => void refetch();
  const klant = beeld?.klant;
  return (
    <div className="werk">
      <title>{`${klant?.naam ?? 'Klantbeeld'} | Stand van Zaken`}</title>
      <main id="inhoud" className="klantbeeld" tabIndex={-1}>
        <Afdrukkop />
        <Leesstand
          titel="Klantbeeld"
          deze="Dit klantbeeld"
          id={id}
          error={error}
          gelezen={beeld !== undefined}
          opnieuw={opnieuw}
        />
        {beeld !== undefined && klant !== undefined && (
          <>
            <section className="klantkop" aria-label="Klant">
              <Klantkop klant={klant} />
              <Letop beeld={beeld} />
            </section>
            <Bronnen bronnen={beeld.bronnen} om={beeld.opgesteldOp} opnieuw={opnieuw} bezig={isFetching} />
            <div className="wissel niet-afdrukken" role="group" aria-label="Toon">
              <Button aria-pressed={toont === 'zaken'} onClick={() => zetToont('zaken')}>
                Zaken
              </Button>
              <Button aria-pressed={toont === 'tijdlijn'} onClick={() => zetToont('tijdlijn')}>
                Tijdlijn
              </Button>
            </div>
            <div className="vlakken" data-toont={toont}>
              <ZakenLijst key={id} beeld={beeld} klant={id} opnieuw={opnieuw} />
              <TijdlijnPaneel key={`tl-${id}`} beeld={beeld} klant={id} opnieuw={opnieuw} />
            </div>
          </>
        )}
      </main>
      <Dok klant={klant === undefined ? null : { id, naam: klant.naam, overleden: klant.overleden }} />
    </div>
  );
}
