import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** How to reach a Temporal that is not this machine's own, as `NativeConnection.connect` takes it. Never logged. */
export interface TemporalSecurity {
  tls?: {
    serverRootCACertificate?: Buffer;
    clientCertPair?: { crt: Buffer; key: Buffer };
  };
  apiKey?: string;
}

export interface SecurityVariables {
  TEMPORAL_ADDRESS?: string | undefined;
  TEMPORAL_TLS: 'true' | 'false';
  TEMPORAL_TLS_CA?: string | undefined;
  TEMPORAL_TLS_CERT?: string | undefined;
  TEMPORAL_TLS_KEY?: string | undefined;
  TEMPORAL_API_KEY?: string | undefined;
}

const BESIDE_TLS = ['TEMPORAL_TLS_CA', 'TEMPORAL_TLS_CERT', 'TEMPORAL_TLS_KEY', 'TEMPORAL_API_KEY'] as const;

/** Undefined without TLS. Every problem is told to `wrong`, which throws; no message holds a key. */
export function temporalSecurity(
  env: SecurityVariables,
  wrong: (problem: string) => never,
): TemporalSecurity | undefined {
  if (env.TEMPORAL_TLS === 'false') {
    // A key sent unencrypted is a key given away, and a certificate that nobody looks at protects nothing.
    const idle = BESIDE_TLS.filter((name) => env[name] !== undefined);
    return idle.length === 0 ? undefined : wrong(`${idle.join(', ')}: needs TEMPORAL_TLS=true`);
  }
  if (env.TEMPORAL_ADDRESS === undefined) return wrong('TEMPORAL_TLS: needs TEMPORAL_ADDRESS');
  const { TEMPORAL_TLS_CA: ca, TEMPORAL_TLS_CERT: cert, TEMPORAL_TLS_KEY: key, TEMPORAL_API_KEY: apiKey } = env;
  if (cert !== undefined && key === undefined) return wrong('TEMPORAL_TLS_CERT: needs TEMPORAL_TLS_KEY');
  if (key !== undefined && cert === undefined) return wrong('TEMPORAL_TLS_KEY: needs TEMPORAL_TLS_CERT');

  const read = <T>(name: string, file: string, what: string, parse: (pem: Buffer) => T): [Buffer, T] => {
    const pem = contents(file, (code) => wrong(`${name}: ${file} cannot be read (${code})`));
    try {
      return [pem, parse(pem)];
    } catch {
      return wrong(`${name}: ${file} holds no ${what} in PEM form`);
    }
  };
  const certificate = (pem: Buffer) => new X509Certificate(pem);
  const tls: NonNullable<TemporalSecurity['tls']> = {};
  if (ca !== undefined) [tls.serverRootCACertificate] = read('TEMPORAL_TLS_CA', ca, 'certificate', certificate);
  if (cert !== undefined && key !== undefined) {
    const [crt, subject] = read('TEMPORAL_TLS_CERT', cert, 'certificate', certificate);
    const [keyPem, own] = read('TEMPORAL_TLS_KEY', key, 'unencrypted private key', (pem) => createPrivateKey(pem));
    if (!subject.checkPrivateKey(own))
      return wrong('TEMPORAL_TLS_KEY: does not belong to the certificate of TEMPORAL_TLS_CERT');
    tls.clientCertPair = { crt, key: keyPem };
  }
  return { tls, ...(apiKey === undefined ? {} : { apiKey }) };
}

function contents(file: string, failed: (code: string) => never): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    return failed((error as NodeJS.ErrnoException).code ?? 'unknown');
  }
}
