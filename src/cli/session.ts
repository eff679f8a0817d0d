import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import type { Lang } from '../domain/lang.js';
import type { Instant } from '../domain/time.js';
import { formatInstant } from '../domain/words/index.js';
import { Api } from './api.js';
import { cleaned } from './cleaned.js';
import { connectionFrom } from './connection.js';
import type { ConnectionOptions, Who } from './connection.js';
import { oddAnswer } from './networkFailure.js';
import type { Say } from './say.js';
import { sayIn } from './say.js';
import { styleFor } from './style.js';
import type { Style } from './style.js';
import type { World } from './world.js';

export interface GlobalOptions extends ConnectionOptions {
  json?: boolean;
}

/** How answers are put into words for the person at the terminal. */
export interface Voice {
  lang: Lang;
  say: Say;
  style: Style;
  /** In the zone of MUSTER_ZONE, else of this machine. */
  time: (at: Instant | string) => string;
}

/** One command being carried out, on files of this machine alone. */
export interface Desk extends Voice {
  world: World;
  json: boolean;
  print: (...lines: string[]) => void;
  /** Beside the answer, on stderr. */
  notice: (code: string, words: string) => void;
}

/** One command being carried out, in touch with Muster. */
export interface Session extends Desk {
  url: string;
  api: Api;
  /** The answer as the API gave it with `--json`, else in the lines made of it. */
  show: <T>(text: string, schema: z.ZodType<T>, lines: (answer: T) => string[]) => T;
  /** With the control characters taken out of every text. Throws `CliFailure` when it is no such answer. */
  read: <T>(text: string, schema: z.ZodType<T>) => T;
  /** The same with every text as it came: for files, never for the terminal. */
  readExactly: <T>(text: string, schema: z.ZodType<T>) => T;
}

export function openSession(world: World, lang: Lang, options: GlobalOptions, who: Who): Session {
  const desk = openDesk(world, lang, options);
  const { json, notice, say } = desk;
  const connection = connectionFrom(options, who, world, say);
  const session: Session = {
    ...desk,
    url: connection.url,
    api: new Api({ connection, lang, world, notice }),
    show(text, schema, lines) {
      const answer = session.read(text, schema);
      session.print(...(json ? [text.trimEnd()] : lines(answer)));
      return answer;
    },
    read: (text, schema) => wellFormed(cleaned(text), schema),
    readExactly: (text, schema) => wellFormed(JSON.parse(text), schema),
  };
  return session;

  function wellFormed<T>(answer: unknown, schema: z.ZodType<T>): T {
    const read = schema.safeParse(answer);
    if (!read.success) throw oddAnswer(connection.url, read.error.issues[0]?.path.join('.') ?? '', lang);
    return read.data;
  }
}

/** The day on which the person is who asks. */
export function today({ time, world }: Pick<Desk, 'time' | 'world'>): string {
  return time(world.now()).slice(0, 10);
}

export function openDesk(world: World, lang: Lang, options: Pick<GlobalOptions, 'json'>): Desk {
  const json = options.json === true;
  return {
    ...voiceFor(world, lang),
    world,
    json,
    print: (...lines) => lines.forEach((line) => world.stdout.write(`${line}\n`)),
    notice: (code, words) => {
      world.stderr.write(`${json ? JSON.stringify({ notice: code, words }) : words}\n`);
    },
  };
}

export function voiceFor(world: World, lang: Lang): Voice {
  const zone = world.env['MUSTER_ZONE'] || Intl.DateTimeFormat().resolvedOptions().timeZone;
  return {
    lang,
    say: sayIn(lang),
    style: styleFor(world.stdout, world.env),
    time: (at) => formatInstant(typeof at === 'string' ? Date.parse(at) : at, lang, zone),
  };
}

/** Minted once for all tries of a request. */
export function newKey(): string {
  return randomUUID();
}
