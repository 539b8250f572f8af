import { z } from 'zod';
import { Rol } from './waarden.ts';

export const DemoLogin = z.strictObject({ gebruiker: z.string().min(1).max(64) });

export const Medewerker = z.object({
  id: z.string(),
  naam: z.string(),
  rollen: z.array(Rol),
  afdelingen: z.array(z.string()),
});
export type Medewerker = z.infer<typeof Medewerker>;

/** `regels`: packed CASL rules; they steer menus only, a record's own `magDoen` decides. */
export const Me = z.object({
  medewerker: Medewerker,
  regels: z.array(z.array(z.unknown())),
  gemeente: z.string(),
});
export type Me = z.infer<typeof Me>;
