import type { z } from 'zod';
import type { Day } from '../../domain/plan/days.js';
import type { PostId } from '../../domain/plan/compiled.js';
import type { Checked } from '../../domain/plan/issues.js';
import type { RegisterChange } from '../../domain/plan/registerChanges.js';
import type { Remark } from '../../domain/plan/remark.js';
import type { RosterDocument } from '../../domain/plan/roster.js';
import type { PlanDocument } from '../../domain/plan/schema.js';
import type { Lang } from '../../domain/lang.js';
import type { NameOf } from '../../domain/words/index.js';
import type { Written } from '../../planfiles/index.js';
import type { Store } from '../../store/index.js';
import type { ApiDeps, ApiParts } from '../deps.js';
import { dayOf } from '../plans/lifecycleFacts.js';
import type { Told } from '../peopleTeller.js';
import { unavailable } from '../problemError.js';

/** What roster and ledger have in common for the API, and what tells them apart. */
export interface RegisterKind<Document extends object> {
  name: 'roster' | 'ledger';
  check: (document: unknown, ground: Ground) => Checked<Document>;
  remarks: (document: Document, ground: Ground, asked?: CheckAsked) => Remark[];
  checkQuery: z.ZodType<CheckAsked>;
  changes: (before: Document | undefined, after: Document) => RegisterChange[];
  /** What the things in either version are called. */
  nameOf: (versions: (Document | undefined)[], ground: Ground, lang: Lang) => NameOf;
  inCsv: (file: string, text: string) => Written;
  toCsv: (document: Document, lang: Lang) => string;
  versions: (store: Store) => Versions;
  /** Tells running incidents that it has changed, as far as that concerns them. */
  tell: (parts: ApiParts) => Promise<Told>;
}

export interface CheckAsked {
  /** Of a roster. */
  verifiedWithinDays?: number | undefined;
}

interface Versions {
  save: Store['saveLedger'];
  newest: Store['currentRoster'];
  numbered: Store['rosterNumbered'];
  list: Store['listRosters'];
}

/** What an import is judged by. */
export interface Ground {
  plan: PlanDocument;
  /** Posts of versions that may still take effect: people may be put into them before. */
  coming: PostId[];
  roster: RosterDocument;
  today: Day;
}

export async function groundOf({ store, settings }: ApiDeps): Promise<Ground> {
  const [plan, roster, coming] = await Promise.all([store.effectivePlan(), store.currentRoster(), store.comingPosts()]);
  if (!plan || !roster) throw unavailable('no_plan');
  const { document } = plan;
  const today = dayOf(settings.now(), document.calendar?.zone ?? settings.zone);
  return { plan: document, coming, roster: roster.document as RosterDocument, today };
}
