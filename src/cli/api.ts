import { Problem } from '../api/contract.js';
import { formatDuration, oneLine, shorten } from '../domain/words/index.js';
import type { Lang } from '../domain/lang.js';
import type { Connection } from './connection.js';
import { readEventStream } from './eventStream.js';
import type { ServerEvent } from './eventStream.js';
import { exitCodeFor } from './exitCodes.js';
import { CliFailure } from './failure.js';
import { noAnswer, oddAnswer, reasonOf } from './networkFailure.js';
import { sayIn } from './say.js';
import type { World } from './world.js';

export interface Call {
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Below `/api/v1`. */
  path: string[];
  query?: Record<string, string | number | undefined>;
  body?: object;
  /** A file, instead of `body`. */
  bytes?: Uint8Array;
  /** How long the answer may take; default: 30 s. */
  withinMs?: number;
  /** Idempotency-Key: with it the call is repeated when no answer comes. */
  key?: string;
}

/** `notice` tells the person, or the script, that it takes longer. */
export interface ApiSettings {
  connection: Connection;
  lang: Lang;
  world: Pick<World, 'now' | 'sleep'>;
  notice: (code: string, words: string) => void;
}

/** The API itself gives up on Temporal after 25 s and says so. */
const ANSWER_WITHIN_MS = 30_000;
/** A restart of everything takes about ten seconds. */
const PAUSES_MS = [500, 1_000, 2_000, 4_000, 4_000];
/** After that a person wants to know. */
const PERSIST_MS = 60_000;
/** Also what a proxy answers while Muster behind it restarts. */
const TRANSIENT = [502, 503, 504];
const MOST_RETRY_AFTER_S = 10;

export class Api {
  constructor(private readonly settings: ApiSettings) {}

  /** The body of a successful answer, which is JSON. */
  async call(call: Call): Promise<string> {
    return (await this.#answer(call)).toString('utf8');
  }

  /** A file, byte by byte as it is kept. */
  download(path: string[], query: Call['query'] = {}): Promise<Buffer> {
    return this.#answer({ path, query });
  }

  /** A file that may be too large to be held at once: it may take any time while something comes. Throws `CliFailure`. */
  async *pieces(path: string[], firstWithinMs: number): AsyncGenerator<Uint8Array> {
    const { connection, lang } = this.settings;
    const silent = new AbortController();
    const give = (ms: number) => setTimeout(() => silent.abort(new DOMException('', 'TimeoutError')), ms);
    let patience = give(firstWithinMs);
    try {
      const response = await fetch(this.#address({ path }), {
        headers: this.#headers(),
        redirect: 'manual',
        signal: silent.signal,
      });
      if (!response.ok) throw refusal(response.status, await response.text(), connection.url, lang);
      for await (const piece of response.body ?? []) {
        clearTimeout(patience);
        yield piece as Uint8Array;
        patience = give(ANSWER_WITHIN_MS);
      }
    } catch (error) {
      throw error instanceof CliFailure ? error : noAnswer(connection.url, error, undefined, lang);
    } finally {
      clearTimeout(patience);
    }
  }

  async #answer(call: Call): Promise<Buffer> {
    const { world } = this.settings;
    const began = world.now();
    for (const pause of PAUSES_MS) {
      const failure = await this.#try(call);
      if (Buffer.isBuffer(failure)) return failure;
      const wait = Math.max(pause, failure.retryAfterMs);
      if (call.key === undefined || !failure.transient) throw failure.error;
      if (world.now() + wait - began > PERSIST_MS) break;
      this.#sayRetry(failure, wait, call.key);
      await world.sleep(wait);
    }
    const last = await this.#try(call);
    if (Buffer.isBuffer(last)) return last;
    throw last.error;
  }

  /** Events recorded behind `after`, else from now on, until the server ends the stream. Throws `CliFailure`. */
  async *stream(after: number | undefined, signal: AbortSignal): AsyncGenerator<ServerEvent> {
    const { connection, lang } = this.settings;
    const resume: Record<string, string> = after === undefined ? {} : { 'Last-Event-ID': String(after) };
    try {
      const response = await fetch(this.#address({ path: ['stream'] }), {
        headers: { ...this.#headers(), Accept: 'text/event-stream', ...resume },
        redirect: 'manual',
        signal,
      });
      if (!response.ok) throw refusal(response.status, await response.text(), connection.url, lang);
      if (response.body) yield* readEventStream(response.body);
    } catch (error) {
      throw error instanceof CliFailure ? error : noAnswer(connection.url, error, undefined, lang);
    }
  }

  async #try(call: Call): Promise<Buffer | Failure> {
    const { connection, lang } = this.settings;
    try {
      const response = await fetch(this.#address(call), {
        method: call.method ?? 'GET',
        headers: this.#headers(call),
        redirect: 'manual',
        signal: AbortSignal.timeout(call.withinMs ?? ANSWER_WITHIN_MS),
        ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
        ...(call.bytes === undefined ? {} : { body: Buffer.from(call.bytes) }),
      });
      const bytes = Buffer.from(await response.arrayBuffer());
      if (response.ok) return bytes;
      const retryAfterS = Math.min(Number(response.headers.get('Retry-After')) || 0, MOST_RETRY_AFTER_S);
      return {
        error: refusal(response.status, bytes.toString('utf8'), connection.url, lang),
        transient: TRANSIENT.includes(response.status),
        why: `HTTP ${response.status}`,
        retryAfterMs: retryAfterS * 1_000,
      };
    } catch (error) {
      return {
        error: noAnswer(connection.url, error, call.key, lang),
        transient: true,
        why: reasonOf(error),
        retryAfterMs: 0,
      };
    }
  }

  #address({ path, query = {} }: Call): string {
    const url = new URL(`${this.settings.connection.url}/api/v1/${path.map(encodeURIComponent).join('/')}`);
    for (const [name, value] of Object.entries(query)) {
      if (value !== undefined) url.searchParams.set(name, String(value));
    }
    return url.href;
  }

  #headers(call?: Call): Record<string, string> {
    const { connection, lang } = this.settings;
    return {
      Accept: 'application/json',
      'Accept-Language': lang,
      ...(connection.token === undefined ? {} : { Authorization: `Bearer ${connection.token}` }),
      ...(call?.body === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...(call?.bytes === undefined ? {} : { 'Content-Type': 'application/octet-stream' }),
      ...(call?.key === undefined ? {} : { 'Idempotency-Key': call.key }),
    };
  }

  #sayRetry({ why }: Failure, wait: number, key: string): void {
    const { lang, notice } = this.settings;
    const pause = wait < 1_000 ? `${wait} ms` : formatDuration(wait, lang);
    const words = sayIn(lang)(
      `No answer yet (${why}). Trying again in ${pause} under the same key ${key}.`,
      `尚无答复（${why}）。将在 ${pause} 后用同一幂等键 ${key} 重试。`,
    );
    notice('retrying', words);
  }
}

interface Failure {
  error: CliFailure;
  transient: boolean;
  why: string;
  retryAfterMs: number;
}

function refusal(status: number, text: string, url: string, lang: Lang): CliFailure {
  const problem = Problem.safeParse(parsed(text));
  if (!problem.success) return oddAnswer(url, `HTTP ${status} ${shorten(oneLine(text), 100)}`, lang, status);
  return new CliFailure(exitCodeFor(status), problem.data, text);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
