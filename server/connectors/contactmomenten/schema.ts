import { z } from 'zod';
import { lijstVan, tekst, tekstOfLeeg, tijdstip, uuidVanUrl } from '../upstream.ts';

/** Answers of Contactmomenten 1.0 and Klanten 1.0 (Open Klant 1.0.0), and what e-Suite adds (its adapter for KISS). */

export const Gemaakt = z.object({ url: uuidVanUrl });

/** Only zaken: contacts may be about other objects. */
export const ObjectcontactBron = z.object({
  object: z.string(),
  objectType: tekstOfLeeg,
  contactmoment: z.string(),
});

export const KlantcontactmomentBron = z.object({
  klant: z.string(),
  contactmoment: z.string(),
  rol: tekstOfLeeg,
});

const Medewerker = z
  .object({
    identificatie: tekstOfLeeg,
    achternaam: tekstOfLeeg,
    voorletters: tekstOfLeeg,
    voorvoegselAchternaam: tekstOfLeeg,
  })
  .nullish()
  .catch(null);

export const ContactmomentBron = z.object({
  url: uuidVanUrl,
  registratiedatum: tijdstip,
  kanaal: tekstOfLeeg,
  tekst: tekstOfLeeg,
  initiatiefnemer: tekst.catch(null),
  onderwerpLinks: lijstVan(z.string()).catch([]),
  medewerkerIdentificatie: Medewerker,
  /** Expanded; URLs, or nothing, where the product does not expand. */
  objectcontactmomenten: z.array(ObjectcontactBron).nullish().catch(null),
  // From here on e-Suite's own.
  antwoord: tekst.catch(null),
  onderwerp: tekst.catch(null),
  status: tekst.catch(null),
  type: tekst.catch(null),
  toelichting: tekst.catch(null),
  afdeling: tekst.catch(null),
  groep: tekst.catch(null),
  behandelaar: z.object({ volledigeNaam: tekst, gebruikersnaam: tekst }).nullish().catch(null),
});

export const KlantBron = z.object({
  url: uuidVanUrl,
  bedrijfsnaam: tekst.catch(null),
  voornaam: tekst.catch(null),
  voorvoegselAchternaam: tekst.catch(null),
  achternaam: tekst.catch(null),
  telefoonnummer: tekst.catch(null),
  emailadres: tekst.catch(null),
  subjectIdentificatie: z
    .object({ inpBsn: tekstOfLeeg, innNnpId: tekstOfLeeg, vestigingsNummer: tekstOfLeeg })
    .nullish()
    .catch(null),
});
