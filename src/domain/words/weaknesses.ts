import type { Lang, Said } from '../lang.js';
import { said } from '../lang.js';
import type { Names } from '../plan/names.js';
import type { Weakness } from '../weaknesses.js';
import { formatDuration } from './time.js';

/** What may fail by itself, and what to do about it. */
export function weaknessWords(weakness: Weakness, names: Names, lang: Lang): { found: string; advice: string } {
  const { found, advice } = wordsOf(weakness, names, lang);
  return { found: found[lang], advice: advice[lang] };
}

function wordsOf(weakness: Weakness, names: Names, lang: Lang): { found: Said; advice: Said } {
  switch (weakness.code) {
    case 'team_without_substitutes': {
      const team = names.team(weakness.team, lang);
      return {
        found: said(`${team} has no substitutes`, `${team}没有替补`),
        advice: said(
          'Name posts in "substitutes" of its mobilisation, or partners who can help out.',
          '在该组的动员规则中写明替补岗位（substitutes）或可支援的外部单位（partners）。',
        ),
      };
    }
    case 'post_without_deputy': {
      const [post, person] = [names.post(weakness.post, lang), names.person(weakness.person, lang)];
      return {
        found: said(`No deputy for ${post}: all hangs on ${person}`, `${post}没有代理：全系于${person}一人`),
        advice: said(
          'Give the post deputies in the plan, or a second holder in the roster.',
          '在预案中为该岗位指定代理岗位，或在通讯录中增加一名任职人员。',
        ),
      };
    }
    case 'time_box_beyond_limit': {
      const [box, limit] = [weakness.timeBox, weakness.limit].map((time) => formatDuration(time, lang));
      const report = names.obligation(weakness.obligation, lang);
      return {
        found: said(
          `Verification may take ${box}, and the law gives ${limit} for “${report}”`,
          `核实时限为${box}，而“${report}”的法定时限为${limit}`,
        ),
        advice: said(
          'Shorten the time box, or have the report filed before verification.',
          '缩短核实时限，或规定该项报送不待核实。',
        ),
      };
    }
    case 'item_short': {
      const amount = names.resourceAmount(weakness.resource, weakness.missing, lang);
      const resource = names.resource(weakness.resource, lang);
      return {
        found: said(`${resource}: ${amount} too few`, `${resource}缺少${amount}`),
        advice: said(
          'Raise the stock in the ledger, or ask for less in the allocation.',
          '补足台账中的库存，或者下调配置数量。',
        ),
      };
    }
    case 'task_without_owner': {
      const [post, task] = [names.post(weakness.post, lang), names.task(weakness.task, lang)];
      return {
        found: said(
          `Nobody owns the task “${task}”: ${post} is held by nobody`,
          `任务“${task}”无人负责：${post}无人任职`,
        ),
        advice: said(
          'Fill the post in the roster, or give the task to another one.',
          '在通讯录中安排人员任该岗位，或将任务改由其他岗位负责。',
        ),
      };
    }
  }
}
