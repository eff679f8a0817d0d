import type { Lang } from '../../../lang.js';
import type { PlanChange } from '../change.js';
import { TOUCHED } from '../weights.js';
import type { Touched } from '../weights.js';
import { listed } from './side.js';

/** Whether a version with these changes needs the whole approval, and why. */
export function approvalWords(changes: readonly PlanChange[], lang: Lang): string {
  const substantial = changes.filter(({ weight }) => weight === 'substantial').length;
  const touched = TOUCHED.filter((part) => changes.some(({ touches }) => touches === part));
  const parts = (touched.length === 0 ? TOUCHED : touched).map((part) => PARTS[lang][part]);
  const { recorded, anew } = WORDS[lang];
  return substantial === 0 ? recorded(parts) : anew(changes.length, substantial, listed(parts, lang));
}

interface ApprovalWords {
  recorded: (parts: string[]) => string;
  anew: (all: number, substantial: number, parts: string) => string;
}

const WORDS: Record<Lang, ApprovalWords> = {
  'zh-CN': {
    recorded: (parts) => `以上变更不涉及${parts.join('、')}，记录在案即可。`,
    anew: (all, substantial, parts) => `${all}项变更中有${substantial}项涉及${parts}，预案须重新评审、批准。`,
  },
  en: {
    recorded: (parts) =>
      `Nothing here touches ${parts.slice(0, -1).join(', ')} or ${parts.at(-1)}: recording it is enough.`,
    anew(all, substantial, parts) {
      const some = `${substantial} of ${all} changes ${substantial === 1 ? 'touches' : 'touch'}`;
      const who = all === 1 ? 'The change touches' : some;
      return `${who} ${parts}: the plan has to be reviewed and approved anew.`;
    },
  },
};

const PARTS: Record<Lang, Record<Touched, string>> = {
  'zh-CN': {
    command: '组织指挥体系',
    duties: '职责',
    procedure: '处置程序',
    measures: '处置措施',
    levels: '响应分级',
  },
  en: { command: 'command', duties: 'duties', procedure: 'procedure', measures: 'measures', levels: 'levels' },
};
