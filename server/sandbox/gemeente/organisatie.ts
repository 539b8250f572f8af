/** The departments of Oeverdam and who works there. A zaak names them in its rollen, a contact in its actoren. */
export const AFDELINGEN = [
  'Burgerzaken',
  'Inkomen',
  'Jeugd',
  'Juridische Zaken',
  'KCC',
  'Openbare Ruimte',
  'Sociaal Domein',
  'Wonen',
] as const;
export type Afdeling = (typeof AFDELINGEN)[number];

export interface Medewerker {
  /** Account name, unique. */
  id: string;
  voorletters: string;
  voorvoegsel: string;
  achternaam: string;
  afdeling: Afdeling;
}

const medewerker = (
  afdeling: Afdeling,
  voorletters: string,
  achternaam: string,
  voorvoegsel = '',
): Medewerker => ({
  id: `${voorletters}.${voorvoegsel}.${achternaam}`.toLowerCase().replace(/\.+/g, '.').replace(/ /g, ''),
  voorletters,
  voorvoegsel,
  achternaam,
  afdeling,
});

export const MEDEWERKERS: readonly Medewerker[] = [
  medewerker('KCC', 'M.', 'Kuiper'),
  medewerker('KCC', 'F.', 'Haddad'),
  medewerker('KCC', 'T.', 'Visser'),
  medewerker('KCC', 'S.', 'Ramdin'),
  medewerker('Burgerzaken', 'D.', 'Postma'),
  medewerker('Burgerzaken', 'L.', 'Meer', 'van der'),
  medewerker('Inkomen', 'R.', 'Yildiz'),
  medewerker('Inkomen', 'H.', 'Smeets'),
  medewerker('Wonen', 'R.', 'Boer', 'de'),
  medewerker('Wonen', 'J.', 'Hofstra'),
  medewerker('Openbare Ruimte', 'K.', 'Brink', 'ten'),
  medewerker('Openbare Ruimte', 'P.', 'Bos'),
  medewerker('Sociaal Domein', 'C.', 'Martina'),
  medewerker('Sociaal Domein', 'E.', 'Wolters'),
  medewerker('Jeugd', 'A.', 'Benali'),
  medewerker('Juridische Zaken', 'N.', 'Brouwer'),
];

export function medewerkersVan(afdeling: Afdeling): readonly Medewerker[] {
  return MEDEWERKERS.filter((m) => m.afdeling === afdeling);
}

export function naamVan(m: Medewerker): string {
  return [m.voorletters, m.voorvoegsel, m.achternaam].filter((deel) => deel !== '').join(' ');
}
