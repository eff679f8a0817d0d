import { said } from '../../domain/lang.js';
import type { Said } from '../../domain/lang.js';
import type { Cause } from '../../rehearsal/index.js';
import type { Told } from './rehearsal.js';
import { percent } from './shares.js';

/** How many are shown of what lapsed once; `--json` has all of them. */
const SHOWN = 3;

const WHY: Record<Cause['who'][number]['why'], Said> = {
  away: said('away by the roster', '通讯录载明不在岗'),
  unreached: said('not to be reached', '联系不上'),
  left: said('not to be reached any more', '中途失去联系'),
  declined: said('said not to come', '答复不能到场'),
  late: said('coming, and too late', '已答应到场，但赶不及'),
  slow: said('asked, and not in time', '已通知，未及时处理'),
};

/** Below what lapsed: who did not act, in how many of the runs. */
export function causeLines(causes: readonly Cause[], told: Told): string[] {
  const { say } = told;
  return [
    ...causes.slice(0, SHOWN).map((cause) => `  ${percent(cause.share, told)}  ${whoWords(cause, told)}`),
    ...(causes.length > SHOWN
      ? [say(`  … and ${causes.length - SHOWN} more, see --json`, `  ……另有 ${causes.length - SHOWN} 项，见 --json`)]
      : []),
  ];
}

function whoWords({ who, of }: Cause, { say, lang, names }: Told): string {
  if (who.length === 0) {
    return of === 'quorum'
      ? say('everybody who was called comes in time: too few were called', '应召人员均能按时到场：召集人数不足')
      : say('nobody was asked', '无人收到通知');
  }
  const whys = [...new Set(who.map(({ why }) => why))];
  const groups = whys.map((why) => {
    const posts = who.filter((one) => one.why === why).map(({ post }) => names.post(post, lang));
    return say(`${posts.join(', ')}: ${WHY[why].en}`, `${posts.join('、')}：${WHY[why]['zh-CN']}`);
  });
  return groups.join(say('; ', '；'));
}
