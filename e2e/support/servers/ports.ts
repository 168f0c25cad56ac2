/** The first of the ports that the tests listen on; another one lets two runs go on side by side. */
const first = Number(process.env['E2E_PORT'] ?? 4373);

/** The built app on the local Flow Service, as `npm start` serves it. */
export const appPort = first;

/**
 * The built app, as `npx vite preview` serves it, whose gateway is a recorder that a test starts, in front of a Flow
 * Service of its own.
 */
export const recordedAppPort = first + 1;
export const recorderPort = first + 2;
export const emulatorPort = first + 3;

/** The built app as `npm start` serves it, with the credentials held by the server. */
export const heldAppPort = first + 4;

/** The built app whose Flow Service is told to act failures out for every request. */
export const simulatorAppPort = first + 5;

/** nginx in front of the built app, with TLS and without. */
export const proxyPort = first + 6;
export const plainProxyPort = first + 7;
