/**
 * What beheer must mend when a register answers 401 or 403, by the code of its answer (Open Zaak and Open Notificaties:
 * docs/STANDAARDEN.md, inloggen en koppen; PyJWT names its own errors with `jwt-` before them). Nothing of the answer's own text is shown.
 */
const KLOK =
  'vindt dat de klok van de console niet gelijk loopt. Meld dit bij beheer: zet de klokken gelijk.';
const SECRET = 'herkent de console niet: het geheim (secret) klopt niet. Meld dit bij beheer.';
const CLIENT = 'kent de console niet: het client-id staat niet in dit register. Meld dit bij beheer.';
const TOKEN = 'neemt het token van de console niet aan. Meld dit bij beheer: controleer client-id en geheim.';
const RECHT = 'geeft de console hiervoor geen recht. Meld dit bij beheer: er mist een autorisatie (scope).';
const ANDERS = 'staat de console niet toe dit te lezen. Meld dit bij beheer.';

const REDENEN: ReadonlyMap<string, string> = new Map([
  ['jwt-expired', KLOK],
  ['jwt-expiredsignatureerror', KLOK],
  ['jwt-immaturesignatureerror', KLOK],
  ['invalid-jwt-signature', SECRET],
  ['jwt-invalidsignatureerror', SECRET],
  ['invalid-client-identifier', CLIENT],
  ['missing-client-identifier', CLIENT],
  ['jwt-decode-error', TOKEN],
  ['jwt-missing-iat-claim', TOKEN],
  ['jwt-invalidtokenerror', TOKEN],
  ['jwt-invalidalgorithmerror', TOKEN],
  ['not_authenticated', TOKEN],
  ['authentication_failed', TOKEN],
  ['invalid_client', TOKEN],
  ['permission_denied', RECHT],
]);

/** Follows the name of the register in a sentence. */
export const redenVanVerbod = (code: string | null): string => REDENEN.get(code ?? '') ?? ANDERS;
