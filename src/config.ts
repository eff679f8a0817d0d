import { z } from 'zod';
import { temporalSecurity } from './temporalSecurity.js';
import type { TemporalSecurity } from './temporalSecurity.js';

/** An empty variable is an unset one, as shells and compose files have it. */
const set = <T extends z.ZodType>(schema: T) => z.preprocess((value) => (value === '' ? undefined : value), schema);

const url = (...protocols: string[]) =>
  z.string().refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol), {
    message: `needs a URL that begins with ${protocols.map((p) => `${p}//`).join(' or ')}`,
  });

const variables = z.object({
  /** Where everything is kept that must survive a restart. */
  MUSTER_DIR: set(z.string().default('.muster')),
  /** The folder of the plan that is brought in at the first start. */
  MUSTER_PLAN: set(z.string().default('plans/software-incident')),
  /** Loopback by default: whatever is to be reached from elsewhere is opened on purpose. */
  MUSTER_HOST: set(z.string().default('127.0.0.1')),
  /** Where an API server of its own listens; `npm start` chooses once and keeps the choice. */
  MUSTER_API_PORT: set(z.coerce.number().int().min(0).max(65_535).default(7460)),
  /** The address in mailed links; by default the one that the API listens on. */
  PUBLIC_URL: set(url('http:', 'https:').optional()),
  /** IANA name of the zone in which times are told; by default this machine's. */
  MUSTER_ZONE: set(z.string().default(Intl.DateTimeFormat().resolvedOptions().timeZone)),
  /** A PostgreSQL server; without it an embedded database in MUSTER_DIR. */
  DATABASE_URL: set(url('postgres:', 'postgresql:').optional()),
  /** host:port of a running Temporal; without it one is started. */
  TEMPORAL_ADDRESS: set(z.string().optional()),
  /** For a cluster elsewhere. The other four need it; see temporalSecurity.ts. */
  TEMPORAL_TLS: set(z.enum(['true', 'false']).default('false')),
  /** Files in PEM form: the authority that signed the server's certificate, and this client's own certificate and key. */
  TEMPORAL_TLS_CA: set(z.string().optional()),
  TEMPORAL_TLS_CERT: set(z.string().optional()),
  TEMPORAL_TLS_KEY: set(z.string().optional()),
  TEMPORAL_API_KEY: set(
    z
      .string()
      .regex(/^[\x21-\x7e]+$/, { message: 'needs to be one line of ASCII without spaces' })
      .optional(),
  ),
  TEMPORAL_NAMESPACE: set(z.string().default('muster')),
  /** Tells several installations on one Temporal apart. */
  TEMPORAL_TASK_QUEUE: set(z.string().default('muster')),
  /** An SMTP server; without it an embedded mailbox that only shows the mail. */
  SMTP_URL: set(url('smtp:', 'smtps:').optional()),
  MAIL_FROM: set(z.string().default('Muster <muster@localhost>')),
  /** `name=secret` pairs, comma-separated: who may report through /hooks. Besides `local`, whose secret is in MUSTER_DIR. */
  MUSTER_HOOK_SECRETS: set(z.string().default('')),
  /** Signs mailed links. Needed where several processes serve; by default chosen once and kept in MUSTER_DIR. */
  MUSTER_SIGNING_KEY: set(z.string().min(32).optional()),
  LOG_LEVEL: set(z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info')),
});

/** The variables that it reads. */
export const SETTINGS: readonly string[] = Object.keys(variables.shape);

export interface Config {
  dir: string;
  planDir: string;
  host: string;
  port: number;
  publicUrl?: string;
  zone: string;
  databaseUrl?: string;
  temporalAddress?: string;
  temporalSecurity?: TemporalSecurity;
  temporalNamespace: string;
  taskQueue: string;
  smtpUrl?: string;
  mailFrom: string;
  hookSecrets: Record<string, string>;
  signingKey?: string;
  logLevel: z.infer<typeof variables>['LOG_LEVEL'];
  /** For what starts other programs. */
  environment: NodeJS.ProcessEnv;
}

/** Thrown when the environment is unusable; names every wrong variable at once. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/** The only reader of `process.env`. */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const read = variables.safeParse(environment);
  if (!read.success) {
    throw wrongVariables(read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`));
  }
  const env = read.data;
  const security = temporalSecurity(env, (problem) => {
    throw wrongVariables([problem]);
  });
  return {
    dir: env.MUSTER_DIR,
    planDir: env.MUSTER_PLAN,
    host: env.MUSTER_HOST,
    port: env.MUSTER_API_PORT,
    ...(env.PUBLIC_URL ? { publicUrl: env.PUBLIC_URL.replace(/\/+$/, '') } : {}),
    zone: knownZone(env.MUSTER_ZONE),
    ...(env.DATABASE_URL ? { databaseUrl: env.DATABASE_URL } : {}),
    ...(env.TEMPORAL_ADDRESS ? { temporalAddress: env.TEMPORAL_ADDRESS } : {}),
    ...(security ? { temporalSecurity: security } : {}),
    temporalNamespace: env.TEMPORAL_NAMESPACE,
    taskQueue: env.TEMPORAL_TASK_QUEUE,
    ...(env.SMTP_URL ? { smtpUrl: env.SMTP_URL } : {}),
    mailFrom: env.MAIL_FROM,
    hookSecrets: pairs(env.MUSTER_HOOK_SECRETS),
    ...(env.MUSTER_SIGNING_KEY ? { signingKey: env.MUSTER_SIGNING_KEY } : {}),
    logLevel: env.LOG_LEVEL,
    environment,
  };
}

function wrongVariables(problems: string[]): ConfigError {
  return new ConfigError(`These environment variables are wrong:\n${problems.map((line) => `  ${line}`).join('\n')}`);
}

function knownZone(zone: string): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;
  } catch {
    throw new ConfigError(`MUSTER_ZONE is "${zone}". It must be an IANA zone name such as Asia/Shanghai.`);
  }
}

function pairs(text: string): Record<string, string> {
  const entries = text.split(',').filter((pair) => pair.trim() !== '');
  return Object.fromEntries(
    entries.map((pair) => {
      const at = pair.indexOf('=');
      const [name, secret] = [pair.slice(0, at).trim(), pair.slice(at + 1).trim()];
      if (at < 1 || secret.length < 16) {
        throw new ConfigError('MUSTER_HOOK_SECRETS needs name=secret pairs with secrets of at least 16 characters.');
      }
      return [name, secret];
    }),
  );
}
