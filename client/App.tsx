import { lazy, Suspense } from 'react';
import { Admin, CustomRoutes, Resource } from 'react-admin';
import { createBrowserRouter, Route, RouterProvider } from 'react-router';
import { maakAuthProvider } from './providers/auth.ts';
import { queryClient } from './providers/client.ts';
import { dataProvider } from './providers/data.ts';
import { i18nProvider } from './providers/i18n.ts';
import { donker, licht } from './providers/thema/index.ts';
import { Laadt } from './ui/Toestand.tsx';
import { Aanmelden } from './werkplek/Aanmelden.tsx';
import { Werkplek } from './werkplek/Werkplek.tsx';
import zaken from './zaken/index.ts';

const Bureau = lazy(() => import('./werkplek/Bureau.tsx'));
const Begin = lazy(async () => ({ default: (await import('./werkplek/Bureau.tsx')).Begin }));
const Bezorging = lazy(() => import('./beheer/Bezorging.tsx'));
const Klantbeeld = lazy(() => import('./werkplek/Klantbeeld.tsx'));
const NietGevonden = lazy(() => import('./werkplek/NietGevonden.tsx'));
const Zoekresultaat = lazy(() => import('./werkplek/Zoekresultaat.tsx'));

const authProvider = maakAuthProvider(queryClient);

/** Every resource and route on one screen. */
function Console() {
  return (
    <Suspense fallback={<Laadt wat="Scherm" />}>
      <Admin
        title="Stand van Zaken"
        dataProvider={dataProvider}
        authProvider={authProvider}
        i18nProvider={i18nProvider}
        queryClient={queryClient}
        theme={licht}
        darkTheme={donker}
        layout={Werkplek}
        loginPage={Aanmelden}
        dashboard={Begin}
        catchAll={NietGevonden}
        requireAuth
        disableTelemetry
      >
        <CustomRoutes>
          <Route path="/beheer/bezorging" element={<Bezorging />} />
          <Route path="/bureau" element={<Bureau />} />
          <Route path="/klanten/:id" element={<Klantbeeld />} />
          <Route path="/zoeken" element={<Zoekresultaat />} />
        </CustomRoutes>
        <Resource {...zaken} />
      </Admin>
    </Suspense>
  );
}

const router = createBrowserRouter([{ path: '*', element: <Console /> }]);

export function App() {
  return <RouterProvider router={router} />;
}
