import { join } from 'node:path';

const folder = join(import.meta.dirname, 'certificates');

/** A certificate for `localhost`, its key, and the authority that signed it. For tests only: nothing else trusts them. */
export const CA = join(folder, 'ca.pem');
export const CERT = join(folder, 'cert.pem');
export const KEY = join(folder, 'key.pem');
