import { createMongoAbility, type RawRuleOf, type MongoAbility } from '@casl/ability';
import { unpackRules, type PackRule } from '@casl/ability/extra';
import { useMij } from './auth.ts';

/** Menus only; for a record the console asks its `magDoen`, because masked records answer wrongly. */
export function useMagMenu(): (daad: string, onderwerp: string) => boolean {
  const regels = useMij()?.regels ?? [];
  const rechten = createMongoAbility(unpackRules(regels as PackRule<RawRuleOf<MongoAbility>>[]));
  return (daad, onderwerp) => rechten.can(daad, onderwerp);
}
