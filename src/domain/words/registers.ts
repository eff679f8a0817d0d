import type { Lang, Said } from '../lang.js';
import { said } from '../lang.js';
import { ITEM_COLUMNS } from '../plan/columns/itemColumns.js';
import { PERSON_COLUMNS } from '../plan/columns/personColumns.js';
import type { ChangeCounts, RegisterChange } from '../plan/registerChanges.js';
import type { StockState } from '../plan/stock.js';

/** What a person, post or item is called; the id where nothing else is known. */
export type NameOf = (of: RegisterChange['of'], id: string) => string;

/** One difference between two versions of roster or ledger, in a line. */
export function changeWords(
  { of, id, code, field, before, after }: RegisterChange,
  nameOf: NameOf,
  lang: Lang,
): string {
  const known = nameOf(of, id);
  const name = known === id ? id : lang === 'zh-CN' ? `${known}（${id}）` : `${known} (${id})`;
  if (field !== undefined) {
    const nothing = said('none', '无')[lang];
    const move = `${before ?? nothing} → ${after ?? nothing}`;
    const what = titleOf(of, field)[lang];
    return said(`${name}, ${what}: ${move}`, `${name}，${what}：${move}`)[lang];
  }
  return code === 'removed'
    ? said(`Removed: ${name}`, `删除：${name}`)[lang]
    : said(`Added: ${name}`, `新增：${name}`)[lang];
}

function titleOf(of: RegisterChange['of'], field: string): Said {
  if (of === 'post') return said('holders', '任职人员');
  const columns: { key: string; title: Said }[] = of === 'person' ? PERSON_COLUMNS : ITEM_COLUMNS;
  return columns.find(({ key }) => key === field)?.title ?? said(field, field);
}

export function countWords({ added, removed, changed }: ChangeCounts, lang: Lang): string {
  if (added + removed + changed === 0) return said('no difference', '没有差异')[lang];
  const parts = [
    ...(added > 0 ? [said(`${added} added`, `新增${added}项`)] : []),
    ...(removed > 0 ? [said(`${removed} removed`, `删除${removed}项`)] : []),
    ...(changed > 0 ? [said(`${changed} changed`, `变更${changed}项`)] : []),
  ];
  return parts.map((part) => part[lang]).join(lang === 'zh-CN' ? '，' : ', ');
}

const STOCK_WORDS: Record<StockState, Said> = {
  sufficient: said('sufficient', '充足'),
  reorder: said('to be replenished', '应补充'),
  belowMinimum: said('below the minimum', '低于最低储备'),
  missing: said('not in the ledger', '台账中没有'),
};

export function stockWords(state: StockState, lang: Lang): string {
  return STOCK_WORDS[state][lang];
}
