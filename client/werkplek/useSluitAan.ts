import { useEffect } from 'react';
import { useConcept, wijzigConcept } from '../providers/concepten.ts';
import { useActiefGesprek, useWijzigGesprek } from '../providers/gesprekken.ts';

/** The klant joins the gesprek in front that has none yet; taken off by hand, it is not joined again. */
export function useSluitAan(klant: string | undefined, gezien: boolean, plek: string): void {
  const gesprek = useActiefGesprek();
  const { mutate, isPending } = useWijzigGesprek();
  const { nietKoppelen } = useConcept(gesprek?.id ?? '');
  const vrij = gesprek?.klant === null && klant !== undefined && nietKoppelen !== klant ? gesprek.id : null;
  useEffect(() => {
    if (vrij === null || klant === undefined || !gezien || isPending) return;
    wijzigConcept(vrij, { plek });
    mutate({ id: vrij, inhoud: { klant } });
  }, [vrij, gezien, klant, plek, isPending, mutate]);
}
