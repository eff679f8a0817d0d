import { said } from '../lang.js';
import type { Said } from '../lang.js';

/** What the writer may have meant: the closest known word, if it is close. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  const limit = Math.max(1, Math.floor(word.length / 3));
  let best: { word: string; distance: number } | undefined;
  for (const candidate of known) {
    if (Math.abs(candidate.length - word.length) > limit) continue;
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase());
    if (distance <= limit && distance < (best?.distance ?? Infinity)) best = { word: candidate, distance };
  }
  return best?.word;
}

/** One sentence for a person: the closest word, else all that are known, as far as a line can hold them. */
export function suggestion(word: string, known: readonly string[]): Said {
  const meant = nearest(word, known);
  if (meant !== undefined) return said(`did you mean "${meant}"?`, `是否想写“${meant}”？`);
  if (known.length === 0) return said('nothing of this kind is defined yet', '这类内容尚未定义');
  const shown = known.slice(0, 12);
  const [more, moreZh] = known.length > 12 ? [', …', '……'] : ['', ''];
  return said(`known here: ${shown.join(', ')}${more}`, `此处可用：${shown.join('、')}${moreZh}`);
}

/** Insertions, deletions, replacements (Levenshtein), and two neighbours swapped counting as one. */
function editDistance(a: string, b: string): number {
  let twoAgo: number[] = [];
  let before = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const replace = before[j - 1]! + Number(a[i - 1] !== b[j - 1]);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row.push(Math.min(row[j - 1]! + 1, before[j]! + 1, replace, swapped ? twoAgo[j - 2]! + 1 : Infinity));
    }
    twoAgo = before;
    before = row;
  }
  return before[b.length]!;
}
