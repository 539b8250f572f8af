const WEGEN: readonly (readonly [string, string])[] = [
  ['Naam en geboortedatum', 'verhulst 12-3-1984'],
  ['Naam en voornaam, in onze gemeente', 'verhulst, anouk'],
  ['Postcode en huisnummer, met of zonder naam', '1234 AB 18, verhulst'],
  ['Straat en huisnummer', 'lindelaan 18'],
  ['Telefoon of e-mail', '06 12 34 56 78'],
  ['Zaak of formulier', 'ZAAK-2026-0003988'],
  ['Bedrijf: naam, KVK-nummer of vestigingsnummer', '"bakkerij jansen"'],
  ['Melding op straat', 'melding havenkade 12 sinds 1-11-2026'],
  ['Melding bij een punt van de kaart', '52.0187, 5.1083'],
];

/** Every way of searching, with what one types for it. */
export function Zoekuitleg() {
  return (
    <section className="blad zoekuitleg" aria-labelledby="zo-zoekt-u">
      <h2 id="zo-zoekt-u">Zo kunt u zoeken</h2>
      <dl>
        {WEGEN.map(([wat, voorbeeld]) => (
          <div key={wat}>
            <dt>{wat}</dt>
            <dd>
              <code>{voorbeeld}</code>
            </dd>
          </div>
        ))}
      </dl>
      <p>
        Weet u het eind niet? Typ een * na 3 letters van de naam of 7 letters van de straat: <code>ver*</code>
        .
      </p>
    </section>
  );
}
