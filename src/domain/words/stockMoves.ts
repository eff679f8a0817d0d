import type { Lang, Said } from '../lang.js';
import { said } from '../lang.js';
import type { MoveKind } from '../plan/stock.js';

const WORDS: Record<MoveKind, Said> = {
  reserved: said('reserved', '预留'),
  returned: said('returned', '归还'),
  consumed: said('used up', '消耗'),
  damaged: said('damaged', '损坏'),
  replenished: said('replenished', '补充入库'),
  found: said('found on a count', '盘点增加'),
};

export function stockMoveWords(kind: MoveKind, lang: Lang): string {
  return WORDS[kind][lang];
}
