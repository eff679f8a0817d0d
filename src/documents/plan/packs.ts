import type { PlanDocument } from '../../domain/plan/schema.js';
import type { PlanContext } from './context.js';
import type { Bilingual } from './labels.js';
import { REGIME_WORDS } from './regimes.js';
import { origin } from './sources.js';

type Pack = NonNullable<PlanDocument['packs']>[number];

/** For whom the criteria and obligations of a pack count. */
export function packNote(context: PlanContext, { title, source, regimes }: Pack): Bilingual {
  const { t, list } = context;
  const name = t(title);
  const from = source === undefined ? undefined : origin(context, { document: source });
  const after: Bilingual =
    from === undefined ? { 'zh-CN': '', en: '' } : { 'zh-CN': `，依据${from}`, en: `, after ${from}` };
  if (regimes === undefined) {
    return { 'zh-CN': `“${name}”始终适用${after['zh-CN']}。`, en: `“${name}” always applies${after.en}.` };
  }
  const bound = list(regimes.map((regime) => t(REGIME_WORDS[regime])));
  return {
    'zh-CN': `“${name}”适用于${bound}${after['zh-CN']}。`,
    en: `“${name}” applies to ${bound}${after.en}.`,
  };
}
