import type { Lang, Said } from '../lang.js';
import { said } from '../lang.js';
import type { UpkeepKind } from '../plan/upkeep.js';

const KINDS: Record<UpkeepKind, Said> = {
  inspect: said('inspect', '检查'),
  repair: said('repair', '维修'),
  replace: said('replace', '更换'),
  replenish: said('replenish', '补充'),
};

export function upkeepWords(kind: UpkeepKind, lang: Lang): string {
  return KINDS[kind][lang];
}

const DONE = {
  good: said('inspected and found good', '检查合格'),
  bad: said('inspected and found bad', '检查不合格'),
  moved: said('stock was moved', '已登记出入库'),
  imported: said('the ledger was imported anew', '已重新导入台账'),
  changed: said('not to be done any more', '已无需办理'),
};

/** What closed a task. */
export function upkeepDoneWords(how: keyof typeof DONE, lang: Lang): string {
  return DONE[how][lang];
}
