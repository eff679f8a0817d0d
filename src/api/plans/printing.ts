import { createHash } from 'node:crypto';
import type { PlanFormat, PlanLifecycle, Press, PrintedPlan } from '../../documents/index.js';
import type { Lang } from '../../domain/lang.js';
import { MINUTE } from '../../domain/time.js';
import type { RosterDocument } from '../../domain/plan/roster.js';
import type { PlanVersion } from '../../store/index.js';
import type { ApiDeps } from '../deps.js';
import { ProblemError } from '../problemError.js';
import { KeptPrints } from './keptPrints.js';
import { printLifecycle } from './printLifecycle.js';
import { SharedTurns } from './sharedTurns.js';

interface Asked {
  lang: Lang;
  format: PlanFormat;
  /** Names and contacts are printed. */
  roster: RosterDocument | undefined;
}

/** Prints for all who ask this process. */
export interface Printing {
  /** `undefined` when `gone` aborts first: nobody is there to send it to. */
  print(version: PlanVersion, asked: Asked, gone: AbortSignal): Promise<PrintedPlan | undefined>;
  /** A paper of a drill, as it stands. */
  drill: Press['printDrill'];
  /** The report on an inspection of readiness. */
  readiness: Press['printReadiness'];
  /** What of the plan was exercised, and what is due. */
  coverage: Press['printCoverage'];
  close(): Promise<void>;
}

/**
 * How many different prints may wait or be under way. A DOCX takes some ten seconds of a whole core, HTML a tenth of one; who
 * would wait for more than a minute, which is how long proxies wait, is sent away at once.
 */
const LANES: Record<PlanFormat, { most: number; retryAfter: number }> = {
  docx: { most: 5, retryAfter: 30 },
  html: { most: 100, retryAfter: 5 },
};

/** Some sixty files of the default plan. Not long: what is printed may name people who have left the roster since. */
const KEPT = { bytes: 32 * 1_048_576, ms: 15 * MINUTE };

export function createPrinting(
  { store, settings, log }: Pick<ApiDeps, 'store' | 'settings' | 'log'>,
  press: Press,
): Printing {
  const kept = new KeptPrints(KEPT);
  const lanes = { docx: laneFor('docx'), html: laneFor('html') };
  let closed = false;

  return {
    async print(version, asked, gone) {
      const known = (await store.listPlans()).filter(({ id }) => id === version.id);
      const lifecycle = printLifecycle(version, known);
      const key = keyOf(version, asked, lifecycle);
      // As of now, not of when its turn comes: the record is read now.
      const generatedAt = settings.now();
      return kept.get(key) ?? lanes[asked.format].ask(key, () => printAndKeep(), gone);

      async function printAndKeep(): Promise<PrintedPlan> {
        if (closed) throw stopped();
        const { lang, format, roster } = asked;
        const { document, hash } = version;
        const optional = {
          ...(roster === undefined ? {} : { roster }),
          ...(lifecycle === undefined ? {} : { lifecycle }),
        };
        const printed = await press
          .print({ document, hash, lang, format, generatedAt, ...optional })
          .catch((error: unknown) => {
            throw closed ? stopped() : error;
          });
        const { notes } = printed;
        if (notes.length > 0)
          log.warn({ plan: version.id, version: version.version, notes }, 'a plan was printed without something');
        if (!closed && isWhole(printed)) kept.add(key, printed);
        return printed;
      }
    },
    drill: (order) => press.printDrill(order),
    readiness: (order) => press.printReadiness(order),
    coverage: (order) => press.printCoverage(order),
    async close() {
      closed = true;
      kept.forgetAll();
      for (const lane of Object.values(lanes)) lane.refuseWaiting(stopped());
      await press.close();
    },
  };
}

function laneFor(format: PlanFormat): SharedTurns<PrintedPlan> {
  const { most, retryAfter } = LANES[format];
  const tooMany = (waiting: number) =>
    new ProblemError('printing_busy', { waiting }, {}, { headers: { 'Retry-After': String(retryAfter) } });
  return new SharedTurns({ most, tooMany });
}

/** Everything that the file depends on but the time of printing. Who may not see the roster has another key than who may. */
function keyOf({ id, version, hash }: PlanVersion, { lang, format, roster }: Asked, lifecycle?: PlanLifecycle): string {
  const all = [id, version, hash, lang, format, roster ?? null, lifecycle ?? null];
  return createHash('sha256').update(JSON.stringify(all)).digest('base64');
}

/** A LibreOffice that failed once may do better the next time; a machine without one stays without. */
function isWhole({ notes }: PrintedPlan): boolean {
  return notes.every((note) => note.code !== 'noPageNumbers' || note.because.code === 'notFound');
}

function stopped(): ProblemError {
  return new ProblemError('printing_stopped', {}, {}, { headers: { 'Retry-After': '10' } });
}

/** The language asked for where the plan speaks it, else undefined; without a wish the reader's, or the plan's first. */
export function printLanguage(languages: Lang[], asked: Lang | undefined, reader: Lang): Lang | undefined {
  if (asked !== undefined) return languages.includes(asked) ? asked : undefined;
  return languages.includes(reader) ? reader : languages[0];
}
