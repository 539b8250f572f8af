/** The arrows of docs/ARCHITECTURE.md: client → http/socket → routes → services → connectors/store → upstream. */
const layer = (name) => `^server/${name}/`;
const forbid = (name, comment, from, to, extra = {}) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from, ...extra.from },
  to: { path: to, ...extra.to },
});

export default {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    forbid(
      'shared-only-zod',
      'shared/ is imported by both sides and imports nothing but zod',
      '^shared/',
      '.',
      {
        to: { pathNot: ['^shared/', 'node_modules/zod/'] },
      },
    ),
    forbid('client-not-server', 'the browser holds no server code', '^client/', '^server/'),
    forbid('server-not-client', 'the server holds no browser code', '^server/', '^client/'),
    forbid('domain-is-pure', 'domain code does no I/O', layer('domain'), '.', {
      to: { pathNot: [layer('domain'), '^shared/', 'node_modules/zod/', '^server/connectors/ports\\.ts$'] },
    }),
    forbid(
      'policies-are-pure',
      'policies decide on records, they fetch nothing',
      layer('policies'),
      layer('(routes|http|services|store|live|jobs|auth|sandbox)'),
    ),
    forbid(
      'routes-through-services',
      'routes parse, call a service, present',
      layer('routes'),
      layer('(connectors|live|jobs|sandbox)'),
    ),
    forbid(
      'services-not-up',
      'services know no HTTP',
      layer('services'),
      layer('(routes|http|live|jobs|sandbox)'),
    ),
    forbid(
      'connectors-alone',
      'a connector knows upstream only',
      layer('connectors'),
      layer('(routes|http|services|store|live|jobs|auth|policies|domain|sandbox)'),
    ),
    forbid(
      'store-alone',
      'the store knows its tables only',
      layer('store'),
      layer('(routes|http|services|connectors|live|jobs|auth|policies|sandbox)'),
    ),
    forbid(
      'sandbox-alone',
      'the bundled registers are another program',
      layer('sandbox'),
      '^server/(?!sandbox/)',
    ),
    forbid(
      'nobody-imports-sandbox',
      'the console reaches its registers over HTTP only',
      '^(server/(?!sandbox/)|client/)',
      layer('sandbox'),
    ),
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: 'client/dist' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
