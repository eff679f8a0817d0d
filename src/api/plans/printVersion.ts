import { printPlan } from '../../documents/index.js';
import type { PlanFormat, PrintedPlan } from '../../documents/index.js';
import type { Lang } from '../../domain/lang.js';
import type { RosterDocument } from '../../domain/plan/roster.js';
import type { PlanVersion } from '../../store/index.js';
import type { ApiDeps } from '../deps.js';
import { ProblemError } from '../problemError.js';
import { printLifecycle } from './printLifecycle.js';

export type Print = (
  version: PlanVersion,
  asked: { lang: Lang; format: PlanFormat; roster: RosterDocument | undefined },
) => Promise<PrintedPlan>;

/** Prints that wait or are under way. Each takes seconds of a whole core; more would keep decisions waiting. */
const MOST_AT_ONCE = 8;

/** One after the other: a DOCX takes seconds and a LibreOffice of its own. */
export function createPrint({ store, settings }: Pick<ApiDeps, 'store' | 'settings'>): Print {
  let before: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  return (version, asked) => {
    if (waiting >= MOST_AT_ONCE) {
      throw new ProblemError('printing_busy', { waiting }, {}, { headers: { 'Retry-After': '30' } });
    }
    waiting += 1;
    const printed = before.then(() => print(version, asked)).finally(() => (waiting -= 1));
    // Whoever comes next waits for the end, not for success.
    before = printed.catch(() => undefined);
    return printed;
  };

  async function print(version: PlanVersion, { lang, format, roster }: Parameters<Print>[1]): Promise<PrintedPlan> {
    const { document, hash } = version;
    const known = (await store.listPlans()).filter(({ id }) => id === version.id);
    const lifecycle = printLifecycle(version, known);
    return printPlan({
      document,
      hash,
      lang,
      format,
      generatedAt: settings.now(),
      ...(roster === undefined ? {} : { roster }),
      ...(lifecycle === undefined ? {} : { lifecycle }),
    });
  }
}

/** The language asked for where the plan speaks it, else undefined; without a wish the reader's, or the plan's first. */
export function printLanguage(languages: Lang[], asked: Lang | undefined, reader: Lang): Lang | undefined {
  if (asked !== undefined) return languages.includes(asked) ? asked : undefined;
  return languages.includes(reader) ? reader : languages[0];
}
