import { said } from '../../lang.js';
import { inUse } from '../compile/packs.js';
import { parseDuration } from '../duration.js';
import type { PlanDocument } from '../schema.js';
import { HOUR, MINUTE } from '../../time.js';
import { LEGAL_LIMITS } from './documents.js';
import { observeIf, rule, undecided } from './rule.js';
import type { Rule } from './rule.js';

type Obligation = NonNullable<PlanDocument['obligations']>[number];

/** Clocks that run before anybody has verified the report. */
const EARLY_STARTS: Obligation['start'][] = ['discovered', 'aware', 'received'];

/** What the law wants told in time. */
export const obligationRules: Rule[] = [
  rule({
    id: 'V-23',
    title: said('Every legal report has deputy, channel and template', '各项法定报送有替补负责人、渠道和模板'),
    basis: { ...LEGAL_LIMITS, kind: 'derived' },
    about: ['obligations'],
    run: ({ plan }) =>
      plan.obligations.flatMap((obligation, i) => {
        const { id, deputy, channel, template } = obligation;
        if (!isOurs(plan, obligation)) return [];
        const lacking = Object.entries({ deputy, channel, template })
          .filter(([, value]) => value === undefined)
          .map(([key]) => key);
        return observeIf(
          lacking.length > 0,
          ['obligations', i],
          said(`"${id}" lacks ${lacking.join(', ')}`, `“${id}”没有写明 ${lacking.join('、')}`),
          said(
            'who files it when the owner cannot, by which way, with which text',
            '写明负责人不在时由谁报、通过什么渠道、用什么文本',
          ),
        );
      }),
  }),
  rule({
    id: 'V-24',
    title: said('Verification and preparation leave time within every legal limit', '核实和准备时间短于法定时限'),
    basis: { ...LEGAL_LIMITS, kind: 'derived' },
    about: ['obligations'],
    run: ({ plan }) => {
      const { timeBox } = plan.verification;
      if (timeBox === undefined) return undecided('nothing says how long verification may take', '没有规定核实时限');
      const longest = Math.max(...timeBox.map((box) => parseDuration(box.within)));
      return plan.obligations.flatMap((obligation, i) => {
        const limit = limitOf(obligation);
        if (limit === undefined || !isOurs(plan, obligation)) return [];
        const { id, preparation, beforeVerification, start } = obligation;
        const path = ['obligations', i];
        const verification = EARLY_STARTS.includes(start) && beforeVerification !== true ? longest : 0;
        const needed = verification + (preparation === undefined ? 0 : parseDuration(preparation));
        return [
          ...observeIf(
            needed >= limit,
            [...path, 'limit'],
            said(
              `"${id}": the limit is ${minutes(limit)} min, verification and preparation may take ${minutes(needed)}`,
              `“${id}”：时限${minutes(limit)}分钟，核实和准备可能需要${minutes(needed)}分钟`,
            ),
            said('shorten one of them, or report first and complete later', '压缩时间，或者先报要点后补报'),
          ),
          ...observeIf(
            preparation === undefined,
            path,
            said(`"${id}": nothing says how long its preparation takes`, `“${id}”没有写明准备所需时间`),
            said('add "preparation: 20m"', '加上“preparation: 20m”'),
            'info',
          ),
        ];
      });
    },
  }),
];

function isOurs(plan: PlanDocument, { pack, theirs }: Obligation): boolean {
  return theirs === undefined && inUse(plan, pack);
}

/** Days at least, where the law counts working days or months: enough to compare hours with. */
function limitOf({ limit }: Obligation): number | undefined {
  if (limit.workingDays !== undefined) return limit.workingDays * 24 * HOUR;
  if (limit.months !== undefined) return limit.months * 28 * 24 * HOUR;
  const written = limit.within ?? limit.target;
  return written === undefined ? undefined : parseDuration(written);
}

function minutes(duration: number): number {
  return Math.ceil(duration / MINUTE);
}
