export { createApi } from './app.js';
export { startApi } from './server.js';
export type { Api } from './server.js';
export type { ApiParts, ApiSettings } from './deps.js';
