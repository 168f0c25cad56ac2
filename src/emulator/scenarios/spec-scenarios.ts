import {
  customSpecs,
  withNewParam,
  withOAuthOnly,
  withOtherAuthName,
  withRenamedParam,
  withUnknownRequired,
  withoutAuth,
} from '../connections/changed-specs.ts';
import { type ServedSpec, connectionSpecs } from '../connections/connection-specs.ts';
import type { Scenario } from './scenario.ts';

/** Connection specs that differ from the definitions that the wizard was built with. */
export const specScenarios = [
  servePhoenix('spec-new-param', 'Adobe’s definition of Phoenix requires one more value.', withNewParam),
  servePhoenix(
    'spec-renamed-param',
    'Adobe’s definition of Phoenix renames the HTTP path and requires one more value.',
    withRenamedParam,
  ),
  servePhoenix(
    'spec-other-auth-name',
    'Adobe’s definition of Phoenix renames the sign-in method.',
    withOtherAuthName,
  ),
  servePhoenix(
    'spec-unknown-required',
    'Adobe’s definition of Phoenix requires a value that it does not describe.',
    withUnknownRequired,
  ),
  servePhoenix('spec-without-auth', 'Adobe’s definition of Phoenix cannot be used.', withoutAuth),
  servePhoenix('spec-oauth-only', 'Adobe’s definition of Phoenix allows only OAuth.', withOAuthOnly),
  serve('many-specs', 'The organization has 300 custom sources.', [...connectionSpecs, ...customSpecs]),
] as const satisfies readonly Scenario[];

function servePhoenix<const Name extends string>(name: Name, description: string, changed: ServedSpec) {
  return serve(
    name,
    description,
    connectionSpecs.map((spec) => (spec.id === changed.id ? changed : spec)),
  );
}

function serve<const Name extends string>(name: Name, description: string, specs: readonly ServedSpec[]) {
  return {
    name,
    description,
    reachedBy: { field: 'API key', value: name },
    on: ['listConnectionSpecs', 'getConnectionSpec', 'createConnection', 'updateConnection'],
    everywhere: false,
    act: (call, operation) => operation({ ...call, specs }),
  } as const satisfies Scenario;
}
