import { buildFiling } from '../../src/documents/index.js';
import type { FilingModel } from '../../src/documents/index.js';
import type { Decision, IncidentEvent } from '../../src/domain/incident/index.js';
import type { Lang } from '../../src/domain/lang.js';
import { basisOf } from '../../src/domain/plan/basis.js';
import type { Facts } from '../../src/domain/plan/condition.js';
import { namesFrom } from '../../src/domain/plan/namesFrom.js';
import type { REGIMES } from '../../src/domain/plan/schema/control.js';
import type { PlanDocument } from '../../src/domain/plan/schema.js';
import { loadPlan, loadRoster } from '../../src/planfiles/index.js';
import { Story } from '../incident/story.js';

export type Regime = (typeof REGIMES)[number];

const { document: SAMPLE, hash: HASH } = loadPlan('plans/software-incident');
const { document: ROSTER } = loadRoster('plans/software-incident/roster.yaml', SAMPLE);

export const OBLIGATIONS = SAMPLE.obligations!;
export const COMMANDER = 'lin-wei';
export const CONTACT = { phone: '+86 571 5550 0101', email: 'duty@example.org' };
const RECORD_HASH = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

/** The sample plan of an operator whom these laws bind, with days as they are counted there. */
export function planOf(boundBy: Regime[], calendar: Partial<NonNullable<PlanDocument['calendar']>> = {}): PlanDocument {
  const { operator, calendar: own } = SAMPLE;
  return { ...SAMPLE, operator: { ...operator!, boundBy }, calendar: { ...own!, ...calendar } };
}

/** An incident under it: what happened, and the drafts of what is filed about it. */
export class Profiled extends Story {
  constructor(
    readonly document: PlanDocument,
    report: ConstructorParameters<typeof Story>[0] = {},
    at?: number,
  ) {
    super(report, basisOf(document, HASH, ROSTER), [], at);
  }

  duty(id: string) {
    return this.state.obligations.duties[id];
  }

  grades(incidentLevel: string, level = 'III'): IncidentEvent[] {
    return this.says(COMMANDER, {
      type: 'verify',
      outcome: 'confirmed',
      level,
      incidentLevel,
      reason: '监控与客服均证实',
    });
  }

  learns(values: Facts, more: Partial<Extract<Decision, { type: 'addFact' }>> = {}): IncidentEvent[] {
    return this.says(COMMANDER, { type: 'addFact', values, source: '监控大屏', confidence: 'confirmed', ...more });
  }

  files(obligations: string[], more: object = {}): IncidentEvent[] {
    return this.says(COMMANDER, {
      type: 'obligation',
      action: 'file',
      obligations,
      filedAt: this.at,
      to: '值班员07',
      channel: '12387',
      reference: '2026-3391',
      ...more,
    });
  }

  draft(
    obligation: string,
    lang: Lang,
    contact: typeof CONTACT | null = CONTACT,
    isRead: (event: IncidentEvent) => boolean = () => true,
  ): FilingModel {
    const model = buildFiling({
      obligation,
      document: this.document,
      state: this.state,
      events: this.events.filter(isRead),
      names: namesFrom(this.document, ROSTER),
      ...(contact === null ? {} : { contact }),
      lang,
      zone: this.document.calendar!.zone,
      now: this.at,
      recordHash: RECORD_HASH,
    });
    if (model === undefined) throw new Error(`no draft of ${obligation}`);
    return model;
  }
}
