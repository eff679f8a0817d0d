import { inUse } from '../../domain/plan/compile/packs.js';
import type { PlanDocument } from '../../domain/plan/schema.js';
import type { PlanContext } from './context.js';
import type { Bilingual } from './labels.js';
import { REGIME_WORDS } from './regimes.js';
import { origin } from './sources.js';

type Pack = NonNullable<PlanDocument['packs']>[number];

/** For whom the criteria and obligations of a pack count, and whether they do for the owner of the plan. */
export function packNote(context: PlanContext, { id, title, source, regimes }: Pack): Bilingual {
  const { document: plan, t, list } = context;
  const name = t(title);
  const from = source === undefined ? undefined : origin(context, { document: source });
  const after: Bilingual =
    from === undefined ? { 'zh-CN': '', en: '' } : { 'zh-CN': `，依据${from}`, en: ` Source: ${from}.` };
  if (regimes === undefined) {
    return { 'zh-CN': `“${name}”始终适用${after['zh-CN']}。`, en: `“${name}” always applies.${after.en}` };
  }
  const bound = list(regimes.map((regime) => t(REGIME_WORDS[regime])));
  const here = plan.operator === undefined ? undefined : inUse(plan, id) ? HERE : NOT_HERE;
  return {
    'zh-CN': `“${name}”适用于${bound}${after['zh-CN']}。${here?.['zh-CN'] ?? ''}`,
    en: `“${name}” applies to ${bound}.${after.en}${here === undefined ? '' : ` ${here.en}`}`,
  };
}

const HERE: Bilingual = { 'zh-CN': '本单位适用。', en: 'It applies to this organisation.' };
const NOT_HERE: Bilingual = {
  'zh-CN': '本单位目前不属于上述情形，不适用。',
  en: 'It does not apply to this organisation at present.',
};
