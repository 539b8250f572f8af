import { lazy } from 'react';

export default {
  name: 'zaken',
  list: lazy(() => import('./List.tsx')),
  show: lazy(() => import('./Show.tsx')),
  recordRepresentation: 'zaaknummer',
};
