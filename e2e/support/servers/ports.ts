/** The first port that the tests use. Two runs at the same time need different values. */
const first = Number(process.env['E2E_PORT'] ?? 4373);

/** The built app on the local Flow Service, as `npm start` serves it. */
export const appPort = first;

/**
 * The built app as `npx vite preview` serves it. Its gateway is a recorder that a test starts in front of a separate
 * Flow Service.
 */
export const recordedAppPort = first + 1;
export const recorderPort = first + 2;
export const emulatorPort = first + 3;

/** The built app as `npm start` serves it, with credentials on the server. */
export const heldAppPort = first + 4;

/** The built app whose Flow Service simulates failures for every request. */
export const simulatorAppPort = first + 5;

/** nginx in front of the built app, with and without TLS. */
export const proxyPort = first + 6;
export const plainProxyPort = first + 7;
