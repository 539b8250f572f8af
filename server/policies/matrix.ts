import type { Rol } from '../../shared/contracts/waarden.ts';
import type { MatrixRegel } from '../domain/matrix.ts';

/** Telephone and desk see content, less of the sociaal domein, nothing of jeugd (docs/RECHTEN.md, Standaard). */
const alsKcc = (rol: Rol): MatrixRegel[] => {
  const regel = (deel: Omit<MatrixRegel, 'rol' | 'maximaal'>): MatrixRegel => ({
    rol,
    maximaal: 'confidentieel',
    ...deel,
  });
  return [
    regel({ niveau: 'inhoud', handelingen: ['contactmoment'] }),
    regel({ afdeling: 'Burgerzaken', niveau: 'documenten', handelingen: ['contactmoment', 'document'] }),
    regel({ afdeling: 'Openbare Ruimte', niveau: 'documenten', handelingen: ['contactmoment', 'document'] }),
    regel({ groep: 'sociaal domein', niveau: 'status', handelingen: ['contactmoment'] }),
    regel({ groep: 'schuldhulp', niveau: 'bestaan', handelingen: [] }),
    regel({ groep: 'onbekend', niveau: 'bestaan', handelingen: [] }),
    regel({ groep: 'jeugd', niveau: 'niets', handelingen: [] }),
  ];
};

const eigenAfdeling = (deel: Partial<MatrixRegel>): MatrixRegel => ({
  rol: 'behandelaar',
  eigen: true,
  niveau: 'documenten',
  handelingen: ['contactmoment', 'substatus', 'document'],
  maximaal: 'geheim',
  ...deel,
});

/** Rows with which a municipality starts. Status is writable only where no vakapplicatie feeds the zaken: here Wonen. */
export const STANDAARD_MATRIX: readonly MatrixRegel[] = [
  ...alsKcc('kcc'),
  ...alsKcc('balie'),
  ...alsKcc('teamleider'),
  ...alsKcc('behandelaar'),
  eigenAfdeling({}),
  eigenAfdeling({ afdeling: 'Wonen', handelingen: ['contactmoment', 'substatus', 'status', 'document'] }),
];
