import type { Decision } from '../../src/domain/incident/index.js';
import { metricsOf } from '../../src/domain/metrics/index.js';
import type { IncidentMetrics, Share, Time } from '../../src/domain/metrics/index.js';
import type { Basis } from '../../src/domain/plan/compiled.js';
import { HOUR, MINUTE } from '../../src/domain/time.js';
import { planWithSitreps } from '../support/samplePlan.js';
import { rule } from '../incident/obligationsPlan.js';
import { countedBasis } from '../incident/quorumPlan.js';
import { ResourceStory, resourcesBasis } from '../incident/resourcesPlan.js';
import { START } from '../incident/story.js';
import { tasksBasis } from '../incident/tasksPlan.js';

/** Tasks, a counted team, SITREPs, legal limits, resources and marks: everything that is measured. */
function measuredBasis(change: (basis: Basis) => void = () => undefined): Basis {
  return tasksBasis((basis) => {
    const counted = countedBasis().plan;
    const { resources, spending, partners } = resourcesBasis().plan;
    Object.assign(basis.plan, { resources, spending, partners, sitreps: planWithSitreps().sitreps });
    basis.people = countedBasis().people!;
    basis.plan.mobilisation = counted.mobilisation.filter(({ team }) => team === 'tech');
    basis.plan.termination.watch = [{ levels: ['L2'], for: HOUR }];
    basis.plan.obligations = [
      rule({ id: 'first', limit: { within: HOUR } }),
      rule({ id: 'second', limit: { within: 2 * HOUR }, verified: false }),
      rule({ id: 'third', limit: { within: 90 * MINUTE } }),
      rule({ id: 'other', limit: { within: HOUR } }),
      rule({ id: 'partners', limit: { target: 3 * HOUR } }),
    ];
    mark(basis);
    change(basis);
  });
}

function mark({ plan }: Basis): void {
  plan.termination.criteria = [
    { id: 'serviceRestored', marks: 'restored' },
    { id: 'causeControlled', marks: 'contained' },
    { id: 'noFurtherHarm', levels: ['L1', 'L2'] },
  ];
  plan.tasks = [
    ...plan.tasks,
    {
      id: 'clean',
      phase: 'responding',
      categories: ['security'],
      owner: 'engineer',
      due: HOUR,
      mandatory: false,
      marks: 'evicted',
    },
  ];
  plan.facts = [...plan.facts, { id: 'intrusion', type: 'boolean', marks: 'firstAccess' }];
}

/** One line of a table: in this minute since the report this person says this. */
export type Line = [minute: number, who: string, says: Decision | ((who: string) => Decision)];

export class MeasuredStory extends ResourceStory {
  constructor(report: ConstructorParameters<typeof ResourceStory>[2], basis = measuredBasis()) {
    super({ generator: 1, pump: 5, fund: 0 }, basis, report);
  }

  /** Whatever falls due on the way happens at its moment. */
  tells(lines: Line[]): void {
    for (const [minute, who, says] of lines) {
      this.until(minute);
      const events = this.says(who, typeof says === 'function' ? says(who) : says);
      const refused = events.find((event) => event.type === 'refused');
      if (refused !== undefined) throw new Error(`minute ${minute}, ${who}: ${JSON.stringify(refused)}`);
      this.ledgerDone();
    }
  }

  until(minute: number): void {
    this.passes(START + minute * MINUTE - this.at);
  }

  metrics(): IncidentMetrics {
    return metricsOf(this.events, this.state.basis.plan, this.at);
  }
}

/** In minutes, or why not. */
export function minutes(time: Time): number | string {
  return 'unknown' in time ? time.unknown : time.value / MINUTE;
}

export function fraction(share: Share): string {
  return 'unknown' in share ? share.unknown : `${share.met}/${share.of}`;
}
