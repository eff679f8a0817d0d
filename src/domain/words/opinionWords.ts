import type { Lang } from '../lang.js';
import { grouped } from '../plan/diff/words/numbers.js';
import type { AlertId } from '../plan/compiled.js';
import type { Speaker } from './speaker.js';

/** What an entry counted. */
interface OpinionFigures {
  volume?: number | undefined;
  usual?: number | undefined;
  sentiment?: number | undefined;
  reach?: number | undefined;
}

/** From -2 to 2. */
const SENTIMENTS: Record<Lang, readonly string[]> = {
  'zh-CN': ['很负面', '偏负面', '中性', '偏正面', '很正面'],
  en: ['very negative', 'negative', 'neutral', 'positive', 'very positive'],
};

export function sentimentWords(sentiment: number, lang: Lang): string {
  return SENTIMENTS[lang][sentiment + 2] ?? String(sentiment);
}

/** `提及量1,200（平日200，6倍）`, `volume 1,200 (usual 200, 6 times that)`. */
export function volumeWords(volume: number, usual: number | undefined, lang: Lang): string {
  const zh = lang === 'zh-CN';
  const count = `${zh ? '提及量' : 'volume '}${grouped(volume)}`;
  if (usual === undefined) return count;
  const factor = usual === 0 ? undefined : grouped(Math.round((volume / usual) * 10) / 10);
  const times = factor === undefined ? '' : zh ? `，${factor}倍` : `, ${factor} times that`;
  return zh ? `${count}（平日${grouped(usual)}${times}）` : `${count} (usual ${grouped(usual)}${times})`;
}

/** Each figure that was told. */
export function figureWords({ volume, usual, sentiment, reach }: OpinionFigures, lang: Lang): string[] {
  const zh = lang === 'zh-CN';
  return [
    ...(volume === undefined ? [] : [volumeWords(volume, usual, lang)]),
    // Without a volume there is nothing to compare it with.
    ...(volume !== undefined || usual === undefined ? [] : [zh ? `平日${grouped(usual)}` : `usual ${grouped(usual)}`]),
    ...(sentiment === undefined
      ? []
      : [zh ? `情绪${sentimentWords(sentiment, lang)}` : `sentiment ${sentimentWords(sentiment, lang)}`]),
    ...(reach === undefined ? [] : [zh ? `触达${grouped(reach)}人` : `reach ${grouped(reach)}`]),
  ];
}

/** In the words of the plan; they are long, and hold commas. */
export function alertNames(ids: readonly AlertId[], say: Speaker): string {
  const names = ids.map((id) => say.quote(say.names.opinionAlert(id, say.lang)));
  return names.join(say.lang === 'en' ? '; ' : '；');
}
