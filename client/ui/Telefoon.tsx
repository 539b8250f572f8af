import { telefoonTekst } from './schrijfwijze.ts';

/** A number of an organisation or colleague, to be called with one touch. */
export const Telefoon = ({ nummer }: { nummer: string }) => (
  <a className="telefoon" href={`tel:${nummer.replace(/[^+\d]/g, '')}`}>
    {telefoonTekst(nummer)}
  </a>
);
