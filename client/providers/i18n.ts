import polyglotI18nProvider from 'ra-i18n-polyglot';
import nederlands from 'ra-language-dutch';
import type { TranslationMessages } from 'react-admin';

/** What ra-language-dutch 4 lacks for react-admin 5, and what it says in other words than ours. */
const aanvulling = {
  action: {
    reset: 'Herstellen',
    search_columns: 'Kolommen zoeken',
    select_all_button: 'Alles kiezen',
    update_application: 'Nieuwe versie laden',
  },
  page: {
    access_denied: 'Geen toegang',
    authentication_error: 'Inloggen lukt niet',
    not_found: 'Deze bladzijde is er niet',
    error: 'Er ging iets mis',
    loading: 'Laden',
  },
  message: {
    access_denied: 'U mag deze bladzijde niet zien. Vraag uw beheerder om toegang.',
    authentication_error: 'De console kan niet nagaan wie u bent. Probeer het zo opnieuw.',
    auth_error: 'De console kan niet nagaan wie u bent. Log opnieuw in.',
    clear_array_input: 'Wilt u de hele lijst leegmaken?',
    select_all_limit_reached: 'Dit zijn te veel regels. Alleen de eerste %{max} zijn gekozen.',
    placeholder_data_warning: 'Geen verbinding. U ziet de vorige stand.',
    update_title: 'Wijzigen',
    update_content: 'Wilt u dit wijzigen?',
    error: 'Er ging iets mis in dit scherm. Uw notitie is bewaard. Laad de bladzijde opnieuw.',
    not_found: 'Dit adres bestaat niet. Ga terug of zoek een klant.',
  },
  navigation: { clear_filters: 'Filters wissen', no_filtered_results: 'Geen %{name} bij deze filters.' },
  auth: {
    email: 'E-mail',
    auth_check_error: 'Log in om door te gaan.',
    sign_in_error: 'Inloggen lukt niet. Probeer het opnieuw.',
  },
  notification: {
    application_update_available: 'Er is een nieuwe versie.',
    offline: 'Geen verbinding.',
    http_error: 'Er is geen verbinding.',
  },
  validation: { unique: 'Dit bestaat al.' },
  inspector: { position: 'Plaats' },
  guesser: { empty: { title: 'Niets te tonen', message: 'De bron gaf geen regels.' } },
};

type Woorden = { [sleutel: string]: string | Woorden };
const over = (basis: Woorden, boven: Woorden): Woorden =>
  Object.entries(boven).reduce<Woorden>((samen, [sleutel, waarde]) => {
    const onder = samen[sleutel];
    const diep = typeof waarde === 'object' && typeof onder === 'object' ? over(onder, waarde) : waarde;
    return { ...samen, [sleutel]: diep };
  }, basis);

// ra-language-dutch is typed by the version 4 it was written for; a test holds the union against version 5.
export const nl = over(nederlands as unknown as Woorden, {
  ra: aanvulling,
}) as unknown as TranslationMessages;

export const i18nProvider = polyglotI18nProvider(() => nl, 'nl', [{ locale: 'nl', name: 'Nederlands' }]);
